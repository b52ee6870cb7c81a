package io.sheaf.text;

/// The readable twin of [Similarity]: tries every pair of places.
final class PlainSimilarity {
  private PlainSimilarity() {}

  static double ratio(String first, String second) {
    int[] a = first.codePoints().toArray();
    int[] b = second.codePoints().toArray();
    return a.length + b.length == 0
        ? 1
        : 2.0 * common(a, 0, a.length, b, 0, b.length) / (a.length + b.length);
  }

  private static int common(int[] a, int aStart, int aEnd, int[] b, int bStart, int bEnd) {
    int length = 0;
    int aBest = 0;
    int bBest = 0;
    for (int i = aStart; i < aEnd; i++) {
      for (int j = bStart; j < bEnd; j++) {
        int here = 0;
        while (i + here < aEnd && j + here < bEnd && a[i + here] == b[j + here]) {
          here++;
        }
        if (here > length) {
          length = here;
          aBest = i;
          bBest = j;
        }
      }
    }
    return length == 0
        ? 0
        : length
            + common(a, aStart, aBest, b, bStart, bBest)
            + common(a, aBest + length, aEnd, b, bBest + length, bEnd);
  }
}
