package io.sheaf.workloads.cohort;

import io.sheaf.info.Condition;
import io.sheaf.info.Embedding;
import io.sheaf.info.GrangerCausality;
import io.sheaf.info.Samples;
import java.util.List;
import java.util.Map;

/// The statistical methods of a profile, applied to one user's series. Immutable.
sealed interface Methods permits OriginalMethods, SoundMethods {
  /// Samples below which an hour bin is left out or reported as thin.
  int FEWEST_PER_BIN = 50;

  /// Greatest lag of the vector autoregression.
  int MOST_LAGS = 8;

  /// One estimate to make.
  ///
  /// @param delay lag tau in rows
  record Task(UserSeries series, Direction direction, Histories histories, int delay, long seed) {
    /// The samples of transfer entropy, given further conditions or none.
    Samples samples(Condition... conditions) {
      return Samples.conditionalTransfer(
          direction.source(series),
          direction.target(series),
          List.of(conditions),
          new Embedding(histories.target(direction), histories.source(direction), delay),
          series.segments());
    }

    /// The samples given the condition at the target row.
    Samples conditionalSamples() {
      return samples(new Condition(series.condition(), 1, 0));
    }
  }

  Histories histories(UserSeries series);

  Estimate transferEntropy(Task task);

  Estimate conditionalTransferEntropy(Task task);

  Estimate symbolicTransferEntropy(Task task);

  /// k as the table of symbolic transfer entropy states it.
  int symbolicHistory(Histories histories);

  GrangerCausality granger(UserSeries series);

  /// Every method by name, for the run's record.
  Map<String, String> describe();
}
