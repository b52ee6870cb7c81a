package io.sheaf.text.method;

import io.sheaf.text.lexicon.WordLists;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which characters can be taken for which.
final class CharacterTables {
  static final CharacterTables KEYBOARD = keyboard();
  static final CharacterTables OCR = ocr();
  static final CharacterTables HOMOGLYPHS = homoglyphs();

  private final String[] ascii = new String[128];

  private CharacterTables(Map<Character, String> table) {
    Arrays.fill(ascii, "");
    table.forEach((from, to) -> ascii[from] = to);
  }

  /// The look-alikes, each one code unit; empty where there are none.
  String of(String character) {
    return character.length() == 1 && character.charAt(0) < 128 ? ascii[character.charAt(0)] : "";
  }

  /// QWERTY: the keys beside, above and below; with shift where the original has it.
  private static CharacterTables keyboard() {
    String[] plain = {"1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"};
    String[] shifted = {"!@#$%^&*()_+", "QWERTYUIOP{}", "ASDFGHJKL:\"", "ZXCVBNM<>?"};
    Map<Character, String> table = new HashMap<>();
    for (int row = 0; row < plain.length; row++) {
      for (int column = 0; column < plain[row].length(); column++) {
        table.put(plain[row].charAt(column), around(plain, row, column));
        table.put(shifted[row].charAt(column), around(shifted, row, column));
      }
    }
    return new CharacterTables(table);
  }

  private static String around(String[] rows, int row, int column) {
    StringBuilder keys = new StringBuilder();
    append(keys, rows, row, column - 1);
    append(keys, rows, row, column + 1);
    append(keys, rows, row - 1, column);
    append(keys, rows, row - 1, column + 1);
    append(keys, rows, row + 1, column - 1);
    append(keys, rows, row + 1, column);
    return keys.toString();
  }

  private static void append(StringBuilder keys, String[] rows, int row, int column) {
    if (row >= 0 && row < rows.length && column >= 0 && column < rows[row].length()) {
      keys.append(rows[row].charAt(column));
    }
  }

  /// What scanners mistake, both ways.
  private static CharacterTables ocr() {
    String[] pairs = {
      "0oOD", "1lI", "2z", "6b", "8sS@&", "9gq", "ou", "rk", "CG", "OU", "EB", "14", "17", "08",
      "09", "58", "OD"
    };
    Map<Character, String> table = new HashMap<>();
    for (String pair : pairs) {
      char from = pair.charAt(0);
      for (char to : pair.substring(1).toCharArray()) {
        table.merge(from, String.valueOf(to), String::concat);
        table.merge(to, String.valueOf(from), String::concat);
      }
    }
    return new CharacterTables(table);
  }

  private static CharacterTables homoglyphs() {
    Map<Character, String> table = new HashMap<>();
    WordLists.lines("homoglyphs.txt").forEach(line -> table.put(line.charAt(0), line.substring(2)));
    return new CharacterTables(table);
  }
}
