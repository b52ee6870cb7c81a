package io.sheaf.workloads.augment;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Row;
import io.sheaf.text.Draws;
import io.sheaf.text.combination.Combination;
import io.sheaf.workloads.augment.WordClassifier.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.distribution.continuous.TDistribution;

/// Whether variants help a classifier: it is trained on growing fractions of the rows, with and
/// without their variants, and tested on rows of posts that it has not seen.
///
/// @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou 2019, section 3</a>
public final class AugmentEvaluation {
  private static final double TEST_SHARE = 0.2;
  private static final double LEVEL = 0.95;

  /// A mean over repetitions, and how far its 95 % confidence interval reaches to each side.
  public record Mean(double value, double halfWidth) {
    static Mean of(List<Double> values) {
      int n = values.size();
      double mean = values.stream().mapToDouble(one -> one).average().orElse(Double.NaN);
      double squares = values.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
      double t = new TDistribution(n - 1.0).inverseCumulativeProbability((1 + LEVEL) / 2);
      return new Mean(mean, t * Math.sqrt(squares / (n - 1) / n));
    }
  }

  /// What came of a fraction of the rows. Accuracy and F1 are in [0, 1], F1 the mean over labels.
  ///
  /// @param rows of the training set, on average, without variants
  /// @param variants of these, on average
  /// @param gain accuracy with variants less accuracy without, in the same repetition
  public record Line(
      double fraction,
      double rows,
      double variants,
      Mean accuracy,
      Mean accuracyWith,
      Mean gain,
      Mean f1,
      Mean f1With) {}

  private record Score(double accuracy, double f1) {}

  private final List<SourceRow> sources = new ArrayList<>();
  private final Map<Long, List<String>> variants = new HashMap<>();
  private final int label;

  private AugmentEvaluation(Settings settings, Path out) throws IOException {
    String column =
        settings
            .optionalText("label_col")
            .orElseThrow(() -> new ConfigurationException("the run has no `label_col`"));
    if (settings.flag("global_dedupe")) {
      throw new ConfigurationException("the run has `global_dedupe`, expected one without");
    }
    this.label = SourceRows.handedOn(settings).indexOf(column);
    SourceRows.read(settings).stream()
        .filter(row -> row.problem().isEmpty() && !row.evidence().isBlank())
        .forEach(sources::add);
    for (Combination combination : new Selection(settings).combinations()) {
      int number = AugmentTables.dataset(combination, settings).index("source_row");
      for (Row row : new DatasetFiles(settings).read(out, combination)) {
        variants
            .computeIfAbsent((long) row.number(number), _ -> new ArrayList<>())
            .add(row.text(1));
      }
    }
  }

  /// A line for each fraction.
  ///
  /// @param out the directory of results
  /// @param fractions in (0, 1]
  /// @param repetitions each with a split of its own, at least 2
  /// @throws ConfigurationException if the rows have fewer than two labels
  /// @throws IOException if the input or a data set cannot be read
  public static List<Line> lines(
      Settings settings, Path out, List<Double> fractions, int repetitions) throws IOException {
    AugmentEvaluation evaluation = new AugmentEvaluation(settings, out);
    List<Line> lines = new ArrayList<>();
    for (double fraction : fractions) {
      lines.add(evaluation.line(fraction, repetitions));
    }
    return lines;
  }

  private String label(SourceRow row) {
    return row.handedOn().get(label);
  }

  private Line line(double fraction, int repetitions) throws IOException {
    List<Score> without = new ArrayList<>();
    List<Score> with = new ArrayList<>();
    double rows = 0;
    double added = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      Split split = split(repetition);
      int size = (int) Math.ceil(fraction * split.train.size());
      List<Example> plain = new ArrayList<>();
      List<Example> extended = new ArrayList<>();
      for (SourceRow row : split.train.subList(0, size)) {
        plain.add(new Example(row.evidence(), label(row)));
        variants
            .getOrDefault(row.number(), List.of())
            .forEach(text -> extended.add(new Example(text, label(row))));
      }
      rows += plain.size();
      added += extended.size();
      extended.addAll(0, plain);
      without.add(score(plain, split.test));
      with.add(score(extended, split.test));
    }
    return line(fraction, rows / repetitions, added / repetitions, without, with);
  }

  private static Line line(
      double fraction, double rows, double added, List<Score> without, List<Score> with) {
    List<Double> gains = new ArrayList<>();
    for (int i = 0; i < with.size(); i++) {
      gains.add(with.get(i).accuracy - without.get(i).accuracy);
    }
    return new Line(
        fraction,
        rows,
        added,
        Mean.of(without.stream().map(Score::accuracy).toList()),
        Mean.of(with.stream().map(Score::accuracy).toList()),
        Mean.of(gains),
        Mean.of(without.stream().map(Score::f1).toList()),
        Mean.of(with.stream().map(Score::f1).toList()));
  }

  private record Split(List<SourceRow> train, List<SourceRow> test) {}

  /// Rows of one post are on one side.
  private Split split(int repetition) {
    List<SourceRow> shuffled = new ArrayList<>(sources);
    new Draws(repetition).shuffle(shuffled);
    double wanted = TEST_SHARE * sources.stream().map(SourceRow::post).distinct().count();
    Set<String> tested = new HashSet<>();
    List<SourceRow> test = new ArrayList<>();
    List<SourceRow> train = new ArrayList<>();
    for (SourceRow row : shuffled) {
      if (tested.size() < wanted) {
        tested.add(row.post());
      }
    }
    for (SourceRow row : shuffled) {
      (tested.contains(row.post()) ? test : train).add(row);
    }
    return new Split(train, test);
  }

  private Score score(List<Example> examples, List<SourceRow> test) throws IOException {
    Set<String> labels = new TreeSet<>(examples.stream().map(Example::label).toList());
    if (labels.size() < 2) {
      throw new ConfigurationException(
          "%d rows for training with %d labels, expected at least 2 labels"
              .formatted(examples.size(), labels.size()));
    }
    WordClassifier classifier = new WordClassifier(examples);
    Map<String, Integer> wanted = new HashMap<>();
    Map<String, Integer> given = new HashMap<>();
    Map<String, Integer> right = new HashMap<>();
    for (SourceRow row : test) {
      String found = classifier.label(row.evidence());
      wanted.merge(label(row), 1, Integer::sum);
      given.merge(found, 1, Integer::sum);
      if (found.equals(label(row))) {
        right.merge(found, 1, Integer::sum);
      }
    }
    double accuracy = right.values().stream().mapToInt(one -> one).sum() / (double) test.size();
    double f1 =
        wanted.keySet().stream()
            .mapToDouble(
                one ->
                    2.0
                        * right.getOrDefault(one, 0)
                        / (wanted.getOrDefault(one, 0) + given.getOrDefault(one, 0)))
            .average()
            .orElse(0);
    return new Score(accuracy, f1);
  }
}
