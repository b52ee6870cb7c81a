package io.sheaf.text.method;

import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.model.MaskedLanguageModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Methods that ask a masked language model. Its directory is the parameter `model`, below the
/// directory of models unless it is absolute.
final class ModelMethods {
  /// A kind of model.
  private record Model(String name, String directory, String hint) {}

  private static final Model BERT =
      new Model("BERT", "bert", "`sheaf augment models fetch bert` provides it");
  private static final Model ROBERTA =
      new Model(
          "RoBERTa",
          "roberta",
          "no weights come with Sheaf; provide a directory with model.onnx, vocab.json and"
              + " merges.txt, and name it by `method_args` as in %s.model=DIR; nothing takes its"
              + " place");

  private ModelMethods() {}

  static List<Method> all() {
    return List.of(
        nlpaug("nlp_cwe_sub_bert", false, BERT),
        nlpaug("nlp_cwe_sub_roberta", false, ROBERTA),
        nlpaug("nlp_cwe_insert_bert", true, BERT),
        nlpaug("nlp_cwe_insert_roberta", true, ROBERTA),
        textAttack("ta_mlm_sub_bert", BERT),
        textAttack("ta_mlm_sub_roberta", ROBERTA));
  }

  private static Method nlpaug(String id, boolean inserts, Model model) {
    return method(
        id,
        inserts,
        model,
        Usual.all(
            Usual.words("0.3"), Map.of("top_k", "30", "min_confidence", inserts ? "0.02" : "0")));
  }

  private static Method textAttack(String id, Model model) {
    return method(
        id,
        false,
        model,
        Usual.all(Usual.tenth(), Map.of("top_k", "50", "min_confidence", "0.0005")));
  }

  private static Method method(
      String id, boolean inserts, Model model, Map<String, String> amounts) {
    return new Method(
        id,
        Method.Family.MODEL,
        inserts
            ? "inserts adjectives and adverbs that " + model.name + " expects"
            : "replaces words by others of the same form that " + model.name + " expects",
        Usual.all(amounts, Usual.guards(!inserts), Map.of("model", model.directory)),
        new Method.Source(
            "a masked language model (%s), OpenNLP UD-EWT tagger, WordNet 3.1, SUBTLEX-US"
                .formatted(model.name),
            model.equals(BERT) ? "Apache-2.0, WordNet, ISC" : "its own, Apache-2.0, WordNet, ISC"),
        (parameters, lexicon) -> open(id, inserts, model, parameters, lexicon));
  }

  private static Opening open(
      String id, boolean inserts, Model model, Parameters parameters, Lexicon lexicon) {
    Path directory = lexicon.models().resolve(parameters.text("model"));
    int most = parameters.count("top_k");
    double least = parameters.share("min_confidence");
    try {
      MaskedLanguageModel opened =
          lexicon.shared(
              "masked language model " + directory,
              MaskedLanguageModel.class,
              () -> MaskedLanguageModel.load(directory));
      Contextual contextual = new Contextual(opened, lexicon, most, least);
      WordChange change =
          inserts
              ? contextual.insertion(parameters.guards())
              : contextual.substitution(parameters.guards());
      return new Opening.Ready(
          new WordByWord(change, parameters.guards(), parameters.words(), inserts ? 1 : 2),
          opened.digest());
    } catch (IOException e) {
      return new Opening.Unavailable(e.getMessage() + "; " + model.hint.formatted(id));
    }
  }
}
