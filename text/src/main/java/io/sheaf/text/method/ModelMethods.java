package io.sheaf.text.method;

import java.util.List;
import java.util.Map;

/// Methods that need a model which does not come with Sheaf.
final class ModelMethods {
  private ModelMethods() {}

  static List<Method> all() {
    return List.of(
        absent("nlp_cwe_sub_roberta", "replaces words by what RoBERTa expects", ROBERTA),
        absent("nlp_cwe_insert_roberta", "inserts words that RoBERTa expects", ROBERTA),
        absent("ta_mlm_sub_roberta", "replaces words by what RoBERTa expects", ROBERTA),
        absent("ta_mlm_sub_bert", "replaces words by what BERT expects", BERT),
        absent("nlp_cwe_sub_bert", "replaces words by what BERT expects", BERT),
        absent("nlp_cwe_insert_bert", "inserts words that BERT expects", BERT),
        absent("nlp_backtranslation_de", "translates to German and back", GERMAN));
  }

  private static final String ROBERTA =
      "no RoBERTa weights come with Sheaf and this version cannot run any; nothing takes its place";
  private static final String BERT = "this version cannot run BERT; nothing takes its place";
  private static final String GERMAN =
      "Apertium has no pair of English and German; nothing takes its place";

  private static Method absent(String id, String summary, String reason) {
    return new Method(
        id,
        Method.Family.MODEL,
        summary,
        Map.of(),
        new Method.Source("a model that the user must provide", "its own"),
        (_, _) -> new Opening.Unavailable(reason));
  }
}
