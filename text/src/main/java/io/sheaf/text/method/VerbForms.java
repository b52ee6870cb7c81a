package io.sheaf.text.method;

import static io.sheaf.text.lexicon.Inflections.Inflection.BASE;
import static io.sheaf.text.lexicon.Inflections.Inflection.PAST;
import static io.sheaf.text.lexicon.Inflections.Inflection.PAST_PARTICIPLE;
import static io.sheaf.text.lexicon.Inflections.Inflection.PRESENT_PARTICIPLE;
import static io.sheaf.text.lexicon.Inflections.Inflection.THIRD_PERSON;

import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.lexicon.Inflections.Inflection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which forms a verb can have, by the words before it: "has come" and "will come" are not the same
/// form, nor are "I found" and "was found".
final class VerbForms {
  private static final Set<Inflection> ANY = EnumSet.allOf(Inflection.class);
  private static final Set<Inflection> PARTICIPLES =
      EnumSet.of(PAST_PARTICIPLE, PRESENT_PARTICIPLE);

  private VerbForms() {}

  /// @param tags a part of speech for each word
  static Set<Inflection> of(Passage passage, List<String> tags, int verb) {
    int before = verb - 1;
    while (before >= 0 && (tags.get(before).equals("ADV") || isNot(passage, before))) {
      before--;
    }
    if (before > 0 && isAsked(tags, before)) {
      before--;
    }
    return before < 0 ? ANY : after(Letters.lower(passage.words().of(before)).replace('’', '\''));
  }

  private static boolean isNot(Passage passage, int word) {
    return passage.words().of(word).equalsIgnoreCase("not");
  }

  /// As "have you seen".
  private static boolean isAsked(List<String> tags, int word) {
    return tags.get(word).equals("PRON") && tags.get(word - 1).equals("AUX");
  }

  private static Set<Inflection> after(String word) {
    return switch (word) {
      case "have",
          "has",
          "had",
          "having",
          "am",
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "being",
          "haven't",
          "hasn't",
          "hadn't",
          "isn't",
          "aren't",
          "wasn't",
          "weren't",
          "ain't" ->
          PARTICIPLES;
      case "to",
          "do",
          "does",
          "did",
          "will",
          "would",
          "can",
          "could",
          "may",
          "might",
          "must",
          "shall",
          "should",
          "cannot",
          "let's",
          "don't",
          "doesn't",
          "didn't",
          "won't",
          "wouldn't",
          "can't",
          "couldn't",
          "mustn't",
          "shouldn't" ->
          EnumSet.of(BASE);
      case "i", "you", "we", "they" -> EnumSet.of(BASE, PAST);
      case "he", "she", "it" -> EnumSet.of(PAST, THIRD_PERSON);
      case "who", "which", "that" -> EnumSet.of(BASE, PAST, THIRD_PERSON);
      default -> afterContraction(word);
    };
  }

  private static Set<Inflection> afterContraction(String word) {
    int mark = word.lastIndexOf('\'');
    return switch (mark < 0 ? "" : word.substring(mark)) {
      case "'ve", "'re", "'m", "'s" -> PARTICIPLES;
      case "'ll" -> EnumSet.of(BASE);
      case "'d" -> EnumSet.of(BASE, PAST_PARTICIPLE);
      default -> ANY;
    };
  }
}
