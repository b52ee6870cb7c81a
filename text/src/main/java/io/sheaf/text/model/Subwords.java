package io.sheaf.text.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The pieces that a masked language model sees text in. Immutable.
interface Subwords {
  /// The numbers of the pieces of a text.
  List<Integer> numbers(String text);

  /// Marks the start of a text.
  int start();

  /// Marks the end of a text.
  int end();

  /// Stands for what is masked.
  int mask();

  /// The whole word that a piece is where it stands alone; empty if it is none.
  ///
  /// @param first whether nothing stands before it
  String word(int piece, boolean first);

  /// How many pieces there are.
  int size();

  /// The number of a piece.
  ///
  /// @throws IllegalArgumentException if the vocabulary has no such piece
  static int number(Map<String, Integer> vocabulary, String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("vocabulary has no `" + piece + "`");
    }
    return number;
  }

  /// A text with a masked place, marks included: at most so many pieces, those around the place.
  default long[] masked(String before, String after, int most) {
    List<Integer> left = numbers(before.stripTrailing());
    List<Integer> right = numbers(after);
    int room = most - 3;
    int fromRight = Math.min(right.size(), Math.max(room / 2, room - left.size()));
    int fromLeft = Math.min(left.size(), room - fromRight);
    List<Integer> all = new ArrayList<>(List.of(start()));
    all.addAll(left.subList(left.size() - fromLeft, left.size()));
    all.add(mask());
    all.addAll(right.subList(0, fromRight));
    all.add(end());
    return all.stream().mapToLong(Integer::longValue).toArray();
  }
}
