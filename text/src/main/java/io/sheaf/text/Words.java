package io.sheaf.text;

import java.util.Arrays;
import java.util.Set;

/// Where the words of a text stand, and of what kind they are.
///
/// A word is a run of letters, digits and marks, with apostrophes between letters. An address
/// (`https://…`, `www.…`, `name@host`, `@name`, `#tag`, `host.com`) is one word. A number may hold
/// points, commas and colons between digits. All else (white space, punctuation, symbols, emoji) is
/// no word. O(n).
public final class Words {
  /// What a word is.
  public enum Kind {
    WORD,
    NUMBER,
    ADDRESS
  }

  private static final Set<String> DOMAINS =
      Set.of("com", "org", "net", "edu", "gov", "io", "co", "uk", "de", "info", "htm", "html");

  private final String text;
  private int[] starts = new int[24];
  private int[] ends = new int[24];
  private Kind[] kinds = new Kind[24];
  private int size;

  /// Finds the words of a text.
  public Words(String text) {
    this.text = text;
    int position = 0;
    while (position < text.length()) {
      position = isWordAt(position) ? word(position) : other(position);
    }
  }

  public int size() {
    return size;
  }

  public int start(int word) {
    return starts[word];
  }

  public int end(int word) {
    return ends[word];
  }

  public int length(int word) {
    return ends[word] - starts[word];
  }

  public Kind kind(int word) {
    return kinds[word];
  }

  public String of(int word) {
    return text.substring(starts[word], ends[word]);
  }

  private int word(int start) {
    boolean digits = false;
    int position = start;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c < 0x80 ? isPlain(c) : isWordAt(position)) {
        digits |= c <= '9' && c >= '0';
        position += c < 0x80 || !Character.isHighSurrogate(c) ? 1 : 2;
      } else if (joins(c, position, start)) {
        position++;
      } else {
        break;
      }
    }
    if (isAddressAt(start, position)) {
      return address(start);
    }
    add(start, position, digits ? Kind.NUMBER : Kind.WORD);
    return position;
  }

  /// An apostrophe between letters, or a separator between digits.
  private boolean joins(char c, int position, int start) {
    if (position == start || position + 1 >= text.length() || !isJoint(c)) {
      return false;
    }
    char before = text.charAt(position - 1);
    char after = text.charAt(position + 1);
    boolean apostrophe = c == '\'' || c == '’';
    return apostrophe
        ? isWordAt(position + 1) && !isDigit(before) && !isDigit(after)
        : isDigit(before) && isDigit(after);
  }

  private static boolean isJoint(char c) {
    return c == '\'' || c == '’' || c == '.' || c == ',' || c == ':';
  }

  /// A mark that starts an address, or something between words.
  private int other(int position) {
    char c = text.charAt(position);
    if ((c == '@' || c == '#') && position + 1 < text.length() && isWordAt(position + 1)) {
      return address(position);
    }
    return position + (isPair(position) ? 2 : 1);
  }

  private boolean isAddressAt(int start, int end) {
    if (end >= text.length()) {
      return false;
    }
    return switch (text.charAt(end)) {
      case ':' -> text.startsWith("://", end);
      case '@' -> end + 1 < text.length() && isWordAt(end + 1);
      case '.' -> isHost(start, end);
      default -> false;
    };
  }

  private boolean isHost(int start, int point) {
    if (point + 1 >= text.length() || !isWordAt(point + 1)) {
      return false;
    }
    if (plainEnd(point + 1) - point > 5 && point - start != 3) {
      return false;
    }
    return (point - start == 3 && text.regionMatches(true, start, "www", 0, 3))
        || DOMAINS.contains(text.substring(point + 1, plainEnd(point + 1)));
  }

  private int plainEnd(int start) {
    int end = start;
    while (end < text.length() && isPlain(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// The whole chunk up to white space, without the punctuation at its end; takes in the words that
  /// the chunk began with.
  private int address(int start) {
    int first = start;
    while (size > 0 && isChunk(ends[size - 1], first)) {
      size--;
      first = starts[size];
    }
    int end = start;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    while (end > start + 1
        && !isWordAt(end - 1)
        && text.charAt(end - 1) != '/'
        && !isPairEnd(end)) {
      end--;
    }
    add(first, end, Kind.ADDRESS);
    return end;
  }

  private boolean isChunk(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '.' && c != '-' && c != '_' && c != '+') {
        return false;
      }
    }
    return true;
  }

  private void add(int start, int end, Kind kind) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    kinds[size++] = kind;
  }

  private boolean isWordAt(int position) {
    char c = text.charAt(position);
    if (c < 0x80) {
      return isPlain(c);
    }
    int point = text.codePointAt(position);
    return Character.isLetterOrDigit(point) || isMark(point);
  }

  private boolean isPair(int position) {
    return Character.isHighSurrogate(text.charAt(position))
        && position + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(position + 1));
  }

  private boolean isPairEnd(int end) {
    return Character.isLowSurrogate(text.charAt(end - 1)) && isPair(end - 2);
  }

  /// Marks belong to the character before them.
  static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || point == 0x200D;
  }

  static boolean isSpace(char c) {
    return c == ' '
        || (c <= '\r' && c >= '\t')
        || c == 0xA0
        || (c > 0x80 && Character.isWhitespace(c));
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
