package io.sheaf.text;

import java.util.Locale;

/// How alike two texts are, after Ratcliff and Obershelp: twice the characters in common blocks
/// over the characters of both, where the blocks are the longest common one, and then those to its
/// left and right.
///
/// Exactly what Python's `difflib.SequenceMatcher` calls ratio, code point by code point: of
/// equally long blocks the first in the first text counts, then the first in the second. Not
/// symmetric. Confined to one thread; keeps its buffers.
///
/// @see <a href="https://www.drdobbs.com/database/pattern-matching-the-gestalt-approach/184407970">
///   Ratcliff and Metzener 1988</a>
public final class Similarity {
  /// Which blocks count.
  public enum Mode {
    /// All.
    EXACT,
    /// As `difflib` by default, which ignores characters that are frequent in a second text of 200
    /// or more. For comparison with results made by it only: long texts come out too different.
    DIFFLIB
  }

  private final Mode mode;
  private final Symbols symbols = new Symbols();
  private final CommonBlocks blocks = new CommonBlocks();

  public Similarity() {
    this(Mode.EXACT);
  }

  public Similarity(Mode mode) {
    this.mode = mode;
  }

  /// The share of both texts that is in common blocks.
  ///
  /// About O((n + m) log(n) m / 64) for texts of n and m characters.
  ///
  /// @return in [0, 1]; 1 if both are empty
  public double ratio(String first, String second) {
    if (first.equals(second)) {
      return 1;
    }
    symbols.read(first, second, mode == Mode.DIFFLIB);
    int all = symbols.firstLength() + symbols.secondLength();
    int common = blocks.total(symbols);
    symbols.clear();
    return 2.0 * common / all;
  }

  /// The share as it is used to judge variants: white space around and upper case do not count.
  public double ofVariants(String first, String second) {
    return ratio(normal(first), normal(second));
  }

  /// Without white space around, in lower case.
  public static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /// The most that [#ratio] can be for texts of these lengths.
  static double bound(int first, int second) {
    return first + second == 0 ? 1 : 2.0 * Math.min(first, second) / (first + second);
  }
}
