package io.sheaf.workloads.augment;

import io.sheaf.text.Letters;
import io.sheaf.text.Words;
import java.io.IOException;
import java.util.List;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.ml.naivebayes.NaiveBayesTrainer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/// A naive Bayes classifier of texts by their words, by OpenNLP. Confined to one thread.
final class WordClassifier {
  private final DocumentCategorizerME model;

  /// A text and its label.
  record Example(String text, String label) {}

  /// Trains it.
  ///
  /// @param examples of two labels or more
  WordClassifier(List<Example> examples) throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, NaiveBayesTrainer.NAIVE_BAYES_VALUE);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    List<DocumentSample> samples =
        examples.stream()
            .map(example -> new DocumentSample(example.label(), words(example.text())))
            .toList();
    this.model =
        new DocumentCategorizerME(
            DocumentCategorizerME.train(
                "en",
                ObjectStreamUtils.createObjectStream(samples),
                parameters,
                new DoccatFactory()));
  }

  String label(String text) {
    return model.getBestCategory(model.categorize(words(text)));
  }

  private static String[] words(String text) {
    Words words = new Words(text);
    String[] found = new String[words.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = Letters.lower(words.of(i));
    }
    return found;
  }
}
