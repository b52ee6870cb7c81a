package io.sheaf.text.method;

import io.sheaf.text.Draws;

/// What can be put for one character. Characters are whole: a letter with its marks.
enum CharacterOperation {
  INSERT,
  DELETE,
  SUBSTITUTE,
  SWAP,
  KEYBOARD,
  OCR,
  HOMOGLYPH;

  private static final String RANDOM =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*()_+";

  /// What comes in place of `[start, end)`; for [#SWAP], of that and the character after it, which
  /// ends at `next`. The same text where the operation has nothing for it.
  String replacement(String text, int start, int end, int next, Draws draws) {
    String character = text.substring(start, end);
    return switch (this) {
      case INSERT -> random(draws) + character;
      case DELETE -> "";
      case SUBSTITUTE -> random(draws);
      case SWAP -> swapped(character, text.substring(end, next));
      case KEYBOARD -> one(CharacterTables.KEYBOARD.of(character), character, draws);
      case OCR -> one(CharacterTables.OCR.of(character), character, draws);
      case HOMOGLYPH -> one(CharacterTables.HOMOGLYPHS.of(character), character, draws);
    };
  }

  private static String random(Draws draws) {
    return String.valueOf(RANDOM.charAt(draws.below(RANDOM.length())));
  }

  private static String one(String choices, String character, Draws draws) {
    return choices.isEmpty()
        ? character
        : String.valueOf(choices.charAt(draws.below(choices.length())));
  }

  /// The case stays where it was.
  private static String swapped(String first, String second) {
    boolean firstUpper = Character.isUpperCase(first.codePointAt(0));
    boolean secondUpper = Character.isUpperCase(second.codePointAt(0));
    return firstUpper == secondUpper
        ? second + first
        : cased(second, firstUpper) + cased(first, secondUpper);
  }

  private static String cased(String character, boolean upper) {
    int point = character.codePointAt(0);
    int wanted = upper ? Character.toUpperCase(point) : Character.toLowerCase(point);
    return Character.toString(wanted) + character.substring(Character.charCount(point));
  }
}
