package io.sheaf.info;

import java.util.Arrays;

/// A series of symbols 0, 1, … below the size of its alphabet. Immutable; owns a copy.
///
/// The alphabet is a bound on the symbols and costs nothing: counting is sparse, and no estimate
/// depends on symbols that do not occur.
public final class Symbols {
  private final int[] values;
  private final int alphabet;

  private Symbols(int[] values, int alphabet) {
    this.values = values;
    this.alphabet = alphabet;
  }

  /// A series over a given alphabet.
  ///
  /// @param values symbols, each in [0, alphabet); copied
  /// @param alphabet number of possible symbols, at least 1
  /// @return the series
  /// @throws IllegalArgumentException if a value is outside the alphabet or alphabet < 1
  public static Symbols of(int[] values, int alphabet) {
    if (alphabet < 1) {
      throw new IllegalArgumentException("alphabet = " + alphabet + ", expected alphabet >= 1");
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] >= alphabet) {
        throw new IllegalArgumentException(
            "values[%d] = %d, expected 0 <= value < alphabet (alphabet = %d)"
                .formatted(i, values[i], alphabet));
      }
    }
    return new Symbols(values.clone(), alphabet);
  }

  /// A series over the smallest alphabet that holds it: the greatest symbol plus one.
  ///
  /// @param values symbols, each at least 0 and below the greatest int; copied
  /// @return the series; its alphabet is 1 if there are no values
  /// @throws IllegalArgumentException if a value is negative or the greatest int
  public static Symbols of(int[] values) {
    int greatest = Arrays.stream(values).max().orElse(0);
    if (greatest == Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "value = %d, expected value < %d".formatted(greatest, Integer.MAX_VALUE));
    }
    return of(values, Math.max(greatest, 0) + 1);
  }

  /// This series and another one as a single one: each row has a symbol for the pair of its
  /// symbols, numbered in order of first appearance, so that the alphabet holds the observed pairs
  /// only.
  ///
  /// @param other a series of the same length
  /// @return the joint series
  /// @throws IllegalArgumentException if the lengths differ
  public Symbols and(Symbols other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "series of %d and %d rows, expected equal lengths"
              .formatted(values.length, other.values.length));
    }
    States joint = States.of(values).and(other.values);
    return new Symbols(joint.ids(), Math.max(1, joint.count()));
  }

  /// The number of rows.
  ///
  /// @return the number of rows, 0 or more
  public int length() {
    return values.length;
  }

  /// The number of possible symbols, observed or not.
  ///
  /// @return the size of the alphabet, 1 or more
  public int alphabet() {
    return alphabet;
  }

  /// The symbol of one row.
  ///
  /// @param i row
  /// @return the symbol, in [0, alphabet)
  /// @throws IndexOutOfBoundsException if there is no such row
  public int at(int i) {
    return values[i];
  }
}
