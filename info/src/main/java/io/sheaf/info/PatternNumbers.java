package io.sheaf.info;

/// Numbers rank vectors in lexicographic order. Immutable.
///
/// The number of a vector is the number of smaller ones: for each element, those that agree before
/// it and are smaller there. How many there are depends on how many different ranks the prefix has
/// and how great they are, which the two rules count differently.
final class PatternNumbers {
  private final int dimension;
  private final Ties rule;

  /// `completions[r][m][u]`: ways to go on with r elements after a prefix with u different ranks
  /// below m, its greatest rank being m - 1.
  private final int[][][] completions;

  private PatternNumbers(int dimension, Ties rule, int[][][] completions) {
    this.dimension = dimension;
    this.rule = rule;
    this.completions = completions;
  }

  static PatternNumbers of(int dimension, Ties rule) {
    int greatest =
        switch (rule) {
          case BY_POSITION -> 12;
          case EQUAL -> 11;
        };
    if (dimension < 2 || dimension > greatest) {
      throw new IllegalArgumentException(
          "dimension = %d, expected 2 <= dimension <= %d for %s"
              .formatted(dimension, greatest, rule));
    }
    return new PatternNumbers(dimension, rule, completions(dimension, rule));
  }

  private static int[][][] completions(int dimension, Ties rule) {
    int[][][] ways = new int[dimension + 1][dimension + 1][dimension + 1];
    for (int left = 0; left <= dimension; left++) {
      for (int top = 0; top <= dimension; top++) {
        for (int used = 0; used <= Math.min(top, dimension - left); used++) {
          ways[left][top][used] =
              switch (rule) {
                case BY_POSITION -> factorial(left);
                case EQUAL -> weakCompletions(ways, left, top, used, dimension);
              };
        }
      }
    }
    return ways;
  }

  private static int factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  /// The next element repeats a rank, fills a gap, or is a new greatest one.
  private static int weakCompletions(int[][][] ways, int left, int top, int used, int dimension) {
    if (top - used > left) {
      return 0;
    }
    if (left == 0) {
      return 1;
    }
    int count = used * ways[left - 1][top][used];
    if (used < top) {
      count += (top - used) * ways[left - 1][top][used + 1];
    }
    for (int above = top + 1; above <= dimension; above++) {
      count += ways[left - 1][above][used + 1];
    }
    return count;
  }

  /// The number of all patterns.
  int patterns() {
    return completions[dimension][0][0];
  }

  /// The number of the pattern of a window.
  int number(double[] window) {
    int[] ranks = ranks(window);
    int number = 0;
    int usedRanks = 0;
    for (int i = 0; i < dimension; i++) {
      for (int rank = 0; rank < ranks[i]; rank++) {
        if (rule == Ties.EQUAL || (usedRanks & (1 << rank)) == 0) {
          number += ways(dimension - 1 - i, usedRanks | (1 << rank));
        }
      }
      usedRanks |= 1 << ranks[i];
    }
    return number;
  }

  private int ways(int left, int usedRanks) {
    int top = Integer.SIZE - Integer.numberOfLeadingZeros(usedRanks);
    return completions[left][top][Integer.bitCount(usedRanks)];
  }

  private int[] ranks(double[] window) {
    int[] ranks = new int[dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        boolean smaller =
            switch (rule) {
              case BY_POSITION -> window[j] < window[i] || (window[j] == window[i] && j < i);
              case EQUAL -> window[j] < window[i] && firstOfItsValue(window, j);
            };
        ranks[i] += smaller ? 1 : 0;
      }
    }
    return ranks;
  }

  private static boolean firstOfItsValue(double[] window, int j) {
    for (int i = 0; i < j; i++) {
      if (window[i] == window[j]) {
        return false;
      }
    }
    return true;
  }
}
