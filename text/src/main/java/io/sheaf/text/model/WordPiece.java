package io.sheaf.text.model;

import io.sheaf.text.Letters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cuts text into the pieces of words that uncased BERT models know: the longest known piece first.
/// Immutable.
///
/// @see <a href="https://arxiv.org/abs/1609.08144">Wu et al. 2016, section 4.1</a>
final class WordPiece implements Subwords {
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> numbers;
  private final List<String> pieces;

  private WordPiece(Map<String, Integer> numbers, List<String> pieces) {
    this.numbers = numbers;
    this.pieces = pieces;
  }

  /// Of a vocabulary.
  ///
  /// @param pieces in the order of their numbers
  static WordPiece of(List<String> pieces) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      numbers.put(pieces.get(i), i);
    }
    return new WordPiece(numbers, List.copyOf(pieces));
  }

  @Override
  public int start() {
    return Subwords.number(numbers, "[CLS]");
  }

  @Override
  public int end() {
    return Subwords.number(numbers, "[SEP]");
  }

  @Override
  public int mask() {
    return Subwords.number(numbers, "[MASK]");
  }

  @Override
  public String word(int piece, boolean first) {
    String text = pieces.get(piece);
    return text.chars().allMatch(Character::isLetter) ? text : "";
  }

  @Override
  public int size() {
    return pieces.size();
  }

  /// Without the marks for its start and end.
  @Override
  public List<Integer> numbers(String text) {
    List<Integer> found = new ArrayList<>();
    String plain =
        Normalizer.normalize(Letters.lower(text), Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    int start = 0;
    while (start < plain.length()) {
      int end = wordEnd(plain, start);
      if (end > start) {
        cut(plain.substring(start, end), found);
      }
      start = Math.max(end, start + 1);
    }
    return found;
  }

  /// A run of what is neither white space nor punctuation; or one mark of punctuation.
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (Character.isWhitespace(point) || Character.isISOControl(point)) {
        return end;
      }
      if (isPunctuation(point)) {
        return end == start ? end + Character.charCount(point) : end;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  private static boolean isPunctuation(int point) {
    return point < 0x80
        ? !Character.isLetterOrDigit(point)
        : switch (Character.getType(point)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private void cut(String word, List<Integer> found) {
    List<Integer> parts = new ArrayList<>();
    int start = 0;
    while (start < word.length() && word.length() <= LONGEST_WORD) {
      int end = word.length();
      Integer number = numbers.get(piece(word, start, end));
      while (number == null && end > start + 1) {
        end--;
        number = numbers.get(piece(word, start, end));
      }
      if (number == null) {
        break;
      }
      parts.add(number);
      start = end;
    }
    if (start < word.length()) {
      found.add(Subwords.number(numbers, "[UNK]"));
    } else {
      found.addAll(parts);
    }
  }

  private static String piece(String word, int start, int end) {
    String part = word.substring(start, end);
    return start == 0 ? part : "##" + part;
  }
}
