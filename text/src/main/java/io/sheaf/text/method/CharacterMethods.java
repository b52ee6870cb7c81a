package io.sheaf.text.method;

import static io.sheaf.text.method.CharacterOperation.DELETE;
import static io.sheaf.text.method.CharacterOperation.HOMOGLYPH;
import static io.sheaf.text.method.CharacterOperation.INSERT;
import static io.sheaf.text.method.CharacterOperation.KEYBOARD;
import static io.sheaf.text.method.CharacterOperation.OCR;
import static io.sheaf.text.method.CharacterOperation.SUBSTITUTE;
import static io.sheaf.text.method.CharacterOperation.SWAP;

import io.sheaf.text.Amount;
import java.util.List;
import java.util.Map;

/// Methods that change characters within words.
final class CharacterMethods {
  private static final Method.Source HOMOGLYPHS =
      new Method.Source("homoglyphs.txt (Unicode confusables)", "Unicode-3.0, MIT");

  private CharacterMethods() {}

  static List<Method> all() {
    return List.of(
        share("nlp_randchar_ins", INSERT, "0.06", "inserts random characters"),
        share("nlp_randchar_del", DELETE, "0.06", "deletes characters"),
        share("nlp_randchar_sub", SUBSTITUTE, "0.06", "replaces characters by random ones"),
        share("nlp_randchar_swap", SWAP, "0.06", "swaps neighbouring characters"),
        share(
            "nlp_keyboard", KEYBOARD, "0.05", "replaces characters by neighbours on the keyboard"),
        ocr(),
        one(
            "ta_wordswap_qwerty",
            KEYBOARD,
            "replaces one character of a word by a neighbouring key"),
        one("ta_wordswap_homoglyph", HOMOGLYPH, "replaces one character of a word by a look-alike"),
        one("ta_char_neighbor", SWAP, "swaps one pair of neighbouring characters of a word"),
        one(
            "ta_char_rand_swap",
            SWAP,
            "swaps one random pair of neighbouring characters of a word"),
        one("ta_char_rand_del", DELETE, "deletes one random character of a word"),
        one("ta_char_rand_ins", INSERT, "inserts one random character into a word"));
  }

  private static Method ocr() {
    return share("nlp_ocr", OCR, "0.05", "replaces characters as scanners mistake them");
  }

  /// Of 30 % of the words, a share of the characters.
  private static Method share(
      String id, CharacterOperation operation, String share, String summary) {
    Map<String, String> characters =
        Map.of("aug_char_p", share, "aug_char_max", "10", "min_char", operation == OCR ? "1" : "4");
    return new Method(
        id,
        Method.Family.CHARACTER,
        summary,
        Usual.all(characters, Usual.words("0.3"), Usual.guards(false)),
        Method.Source.NONE,
        (parameters, _) -> {
          int most = Math.max(1, parameters.count("aug_char_max"));
          Amount amount = new Amount(parameters.share("aug_char_p"), 1, most, true);
          return new Opening.Ready(
              new WordByWord(
                  new CharacterChange(operation, amount),
                  parameters.guards(),
                  parameters.words(),
                  parameters.count("min_char")));
        });
  }

  /// One character in a tenth of the words.
  private static Method one(String id, CharacterOperation operation, String summary) {
    return new Method(
        id,
        Method.Family.CHARACTER,
        summary,
        Usual.all(Usual.tenth(), Usual.guards(false)),
        operation == HOMOGLYPH ? HOMOGLYPHS : Method.Source.NONE,
        (parameters, _) ->
            new Opening.Ready(
                new WordByWord(
                    new CharacterChange(operation, new Amount(0, 1, 1, true)),
                    parameters.guards(),
                    parameters.words(),
                    2)));
  }
}
