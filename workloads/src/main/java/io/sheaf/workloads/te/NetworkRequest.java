package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Input;
import io.sheaf.info.series.DelayScan.Comparison;
import io.sheaf.info.series.NetworkInference;
import io.sheaf.info.series.Null;
import io.sheaf.info.series.SurrogateCount;
import io.sheaf.info.series.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whose network is asked for, and how it is found.
///
/// @param how surrogates are made
record NetworkRequest(
    Settings settings, Preparation preparation, List<Integer> lags, double level, Null how) {
  /// @throws ConfigurationException if keys contradict each other
  static NetworkRequest of(Settings settings) {
    QuestionSettings asked = new QuestionSettings(settings);
    Question.Estimation estimation = asked.estimation();
    List<Integer> lags = QuestionSettings.range("lags", settings.text("lags"), 1);
    double level = settings.decimal("level");
    int surrogates = settings.whole("surrogates");
    int least = (int) Math.ceil(1 / level) - 1;
    if (surrogates < least) {
      throw new ConfigurationException(
          "`surrogates` is %d, expected at least %d to reach the level %s"
              .formatted(surrogates, least, level));
    }
    return new NetworkRequest(
        settings,
        new Preparation(estimation, 1, 1, settings.seed()),
        lags,
        level,
        asked.how("shift", 2 * lags.getLast(), estimation.method()));
  }

  boolean isSynthetic() {
    return settings.optionalText("input").equals(Optional.of(NetworkKeys.SYNTHETIC));
  }

  /// The series, at least two.
  SeriesTable table() throws IOException {
    List<String> named = settings.texts("columns");
    if (isSynthetic()) {
      return PlantedNetwork.table(settings.seed());
    }
    Path file = Request.file(settings);
    TableReader reader = new TableReader(file);
    List<String> columns =
        named.isEmpty() ? reader.names() : reader.canonical(reader.names(), named);
    if (columns.stream().distinct().count() < 2) {
      throw new ConfigurationException(
          "%s: a network of %d series, expected at least 2".formatted(file, columns.size()));
    }
    return reader
        .read(columns.stream().distinct().toList(), Optional.empty())
        .values()
        .iterator()
        .next();
  }

  Input input() throws IOException {
    return isSynthetic()
        ? new Input(NetworkKeys.SYNTHETIC, Digest.of(List.of(PlantedNetwork.VERSION)))
        : TeWorkload.input(Request.file(settings));
  }

  NetworkInference inference(long seed) {
    Workers workers = Workers.calling();
    return new NetworkInference(
        lags.getFirst(),
        lags.getLast(),
        level,
        new Comparison(
            preparation.estimator(workers),
            how,
            new SurrogateCount(settings.whole("surrogates"), 0, seed, workers)));
  }
}
