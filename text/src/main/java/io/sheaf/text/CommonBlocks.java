package io.sheaf.text;

import java.util.Arrays;

/// The blocks that two texts have in common, longest first, then left and right of it.
///
/// A row of bits for each position i of the first text says at which positions of the second a
/// common run of at least 2^k characters ends: the rows of twice the length are those of this
/// length, and again those 2^k positions back. So the longest run is found in O(log n) passes over
/// the rows, each 64 positions at a time. Hot kernel; the plain twin is in the tests. Confined to
/// one thread.
final class CommonBlocks {
  /// Rows of more words than this go to [SuffixAutomaton], whose memory is linear.
  private static final int MOST_WORDS = 1 << 18;

  /// Parts of such texts go on there, down to this many pairs of characters.
  private static final int SMALL = 1 << 14;

  private long[] masks = new long[0];
  private int maskWords;
  private long[][] levels = new long[8][];
  private long[] run = new long[0];
  private long[] longerRun = new long[0];
  private int[] stack = new int[64];
  private final SuffixAutomaton automaton = new SuffixAutomaton();
  private int blockFirst;
  private int blockSecond;
  private int blockLength;

  /// How many characters are in common blocks.
  int total(Symbols symbols) {
    boolean large = isLarge(symbols.firstLength(), symbols.secondLength());
    maskWords = large ? 0 : words(symbols.secondLength());
    if (!large) {
      prepare(symbols);
    }
    int top = push(0, 0, symbols.firstLength(), 0, symbols.secondLength());
    int total = 0;
    while (top > 0) {
      int secondEnd = stack[--top];
      int secondStart = stack[--top];
      int firstEnd = stack[--top];
      int firstStart = stack[--top];
      find(symbols, firstStart, firstEnd, secondStart, secondEnd);
      if (blockLength > 0) {
        total += blockLength;
        int first = blockFirst;
        int second = blockSecond;
        int length = blockLength;
        top = push(top, firstStart, first, secondStart, second);
        top = push(top, first + length, firstEnd, second + length, secondEnd);
      }
    }
    return total;
  }

  private static boolean isLarge(int first, int second) {
    return (long) first * words(second) > MOST_WORDS;
  }

  private static int words(int bits) {
    return (bits + 63) >>> 6;
  }

  private int push(int top, int firstStart, int firstEnd, int secondStart, int secondEnd) {
    if (firstStart >= firstEnd || secondStart >= secondEnd) {
      return top;
    }
    if (top + 4 > stack.length) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    stack[top] = firstStart;
    stack[top + 1] = firstEnd;
    stack[top + 2] = secondStart;
    stack[top + 3] = secondEnd;
    return top + 4;
  }

  private void find(Symbols symbols, int firstStart, int firstEnd, int secondStart, int secondEnd) {
    blockFirst = firstStart;
    blockSecond = secondStart;
    blockLength = 0;
    int n = firstEnd - firstStart;
    int m = secondEnd - secondStart;
    if (maskWords == 0 && (long) n * m > SMALL) {
      findLong(symbols, firstStart, firstEnd, secondStart, secondEnd);
    } else if (maskWords == 0) {
      findShortOfLarge(symbols, firstStart, firstEnd, secondStart, secondEnd);
    } else {
      gather(symbols, firstStart, n, secondStart, m);
      search(firstStart, n, secondStart, words(m));
    }
    if (symbols.mayBePopular()) {
      extend(symbols, firstStart, firstEnd, secondStart, secondEnd);
    }
  }

  private void findLong(
      Symbols symbols, int firstStart, int firstEnd, int secondStart, int secondEnd) {
    automaton.find(symbols, firstStart, firstEnd, secondStart, secondEnd);
    blockFirst = automaton.first();
    blockSecond = automaton.second();
    blockLength = automaton.length();
  }

  /// A small part of texts too large for masks of their whole.
  private void findShortOfLarge(
      Symbols symbols, int firstStart, int firstEnd, int secondStart, int secondEnd) {
    int n = firstEnd - firstStart;
    int words = words(secondEnd - secondStart);
    long[] row = level(0, n * words);
    Arrays.fill(row, 0, n * words, 0);
    for (int i = 0; i < n; i++) {
      int symbol = symbols.first()[firstStart + i];
      for (int j = secondStart; j < secondEnd; j++) {
        if (symbols.second()[j] == symbol && !symbols.isPopular(symbol)) {
          int bit = j - secondStart;
          row[(bit >>> 6) * n + i] |= 1L << bit;
        }
      }
    }
    search(firstStart, n, secondStart, words);
  }

  private void prepare(Symbols symbols) {
    int needed = symbols.size() * maskWords;
    if (masks.length < needed) {
      masks = new long[needed];
    } else {
      Arrays.fill(masks, 0, needed, 0);
    }
    int[] second = symbols.second();
    for (int j = 0; j < symbols.secondLength(); j++) {
      int symbol = second[j];
      if (!symbols.isPopular(symbol)) {
        masks[symbol * maskWords + (j >>> 6)] |= 1L << j;
      }
    }
  }

  /// The rows of runs of one character, one word of bits after the other.
  private void gather(Symbols symbols, int firstStart, int n, int secondStart, int m) {
    int words = words(m);
    long[] row = level(0, n * words);
    int[] first = symbols.first();
    int shift = secondStart & 63;
    for (int word = 0; word < words; word++) {
      int from = (secondStart >>> 6) + word;
      boolean crosses = shift != 0 && from + 1 < maskWords;
      int bits = Math.min(64, m - (word << 6));
      long keep = bits == 64 ? -1L : (1L << bits) - 1;
      int base = word * n;
      if (crosses) {
        for (int i = 0; i < n; i++) {
          int at = first[firstStart + i] * maskWords + from;
          row[base + i] = ((masks[at] >>> shift) | (masks[at + 1] << -shift)) & keep;
        }
      } else {
        for (int i = 0; i < n; i++) {
          row[base + i] = (masks[first[firstStart + i] * maskWords + from] >>> shift) & keep;
        }
      }
    }
  }

  private void search(int firstStart, int n, int secondStart, int words) {
    int size = n * words;
    if (!any(levels[0], size)) {
      return;
    }
    int top = 0;
    while (1 << top < n
        && join(levels[top], levels[top], level(top + 1, size), 1 << top, n, words)) {
      top++;
    }
    int length = 1 << top;
    long[] best = levels[top];
    if (run.length < size) {
      run = new long[size];
      longerRun = new long[size];
    }
    for (int k = top - 1; k >= 0; k--) {
      if (join(levels[k], best, longerRun, 1 << k, n, words)) {
        long[] spare = run;
        run = longerRun;
        longerRun = spare;
        best = run;
        length += 1 << k;
      }
    }
    locate(best, n, words);
    blockLength = length;
    blockFirst += firstStart - length + 1;
    blockSecond += secondStart - length + 1;
  }

  /// Runs of `shift` more characters: those of this row, where the others end `shift` before.
  private static boolean join(
      long[] last, long[] before, long[] result, int shift, int n, int words) {
    int whole = shift >>> 6;
    int bits = shift & 63;
    long any = 0;
    for (int word = 0; word < words; word++) {
      int base = word * n;
      Arrays.fill(result, base, base + Math.min(shift, n), 0);
      if (word < whole) {
        Arrays.fill(result, base, base + n, 0);
        continue;
      }
      int low = (word - whole) * n - shift;
      if (bits == 0) {
        for (int i = shift; i < n; i++) {
          long joined = last[base + i] & before[low + i];
          result[base + i] = joined;
          any |= joined;
        }
      } else if (word == whole) {
        for (int i = shift; i < n; i++) {
          long joined = last[base + i] & (before[low + i] << bits);
          result[base + i] = joined;
          any |= joined;
        }
      } else {
        int lower = low - n;
        for (int i = shift; i < n; i++) {
          long joined =
              last[base + i] & ((before[low + i] << bits) | (before[lower + i] >>> -bits));
          result[base + i] = joined;
          any |= joined;
        }
      }
    }
    return any != 0;
  }

  /// The first row with a bit, and its first bit.
  private void locate(long[] row, int n, int words) {
    for (int i = 0; i < n; i++) {
      for (int word = 0; word < words; word++) {
        long bits = row[word * n + i];
        if (bits != 0) {
          blockFirst = i;
          blockSecond = (word << 6) + Long.numberOfTrailingZeros(bits);
          return;
        }
      }
    }
  }

  /// As difflib does: popular characters extend a block to both sides.
  private void extend(
      Symbols symbols, int firstStart, int firstEnd, int secondStart, int secondEnd) {
    int[] first = symbols.first();
    int[] second = symbols.second();
    while (blockFirst > firstStart
        && blockSecond > secondStart
        && first[blockFirst - 1] == second[blockSecond - 1]) {
      blockFirst--;
      blockSecond--;
      blockLength++;
    }
    while (blockFirst + blockLength < firstEnd
        && blockSecond + blockLength < secondEnd
        && first[blockFirst + blockLength] == second[blockSecond + blockLength]) {
      blockLength++;
    }
  }

  private static boolean any(long[] row, int size) {
    long any = 0;
    for (int i = 0; i < size; i++) {
      any |= row[i];
    }
    return any != 0;
  }

  private long[] level(int index, int size) {
    if (index == levels.length) {
      levels = Arrays.copyOf(levels, 2 * index);
    }
    long[] level = levels[index];
    if (level == null || level.length < size) {
      level = new long[Math.max(size, 256)];
      levels[index] = level;
    }
    return level;
  }
}
