package io.sheaf.text.lexicon;

import java.util.Optional;
import net.sf.extjwnl.data.POS;
import simplenlg.framework.LexicalCategory;

/// Parts of speech whose words have synonyms and inflections.
public enum Category {
  NOUN(POS.NOUN, LexicalCategory.NOUN),
  VERB(POS.VERB, LexicalCategory.VERB),
  ADJECTIVE(POS.ADJECTIVE, LexicalCategory.ADJECTIVE),
  ADVERB(POS.ADVERB, LexicalCategory.ADVERB);

  final POS wordNet;
  final LexicalCategory grammar;

  Category(POS wordNet, LexicalCategory grammar) {
    this.wordNet = wordNet;
    this.grammar = grammar;
  }

  /// The category that a tag stands for, if it is one of these.
  ///
  /// @param tag a universal part-of-speech tag
  public static Optional<Category> ofTag(String tag) {
    return switch (tag) {
      case "NOUN" -> Optional.of(NOUN);
      case "VERB" -> Optional.of(VERB);
      case "ADJ" -> Optional.of(ADJECTIVE);
      case "ADV" -> Optional.of(ADVERB);
      default -> Optional.empty();
    };
  }
}
