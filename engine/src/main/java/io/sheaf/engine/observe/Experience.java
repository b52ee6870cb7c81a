package io.sheaf.engine.observe;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import io.sheaf.engine.schedule.RemainingTime;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What an earlier run of the same workload and version took, for a guess at another.
///
/// @param directory of that run
/// @param isSameConfiguration whether results would be the same; else it may have done other work
/// @param took wall time of its units, evenly over its plan
public record Experience(
    Path directory, boolean isSameConfiguration, List<JournalIndex.Took> took) {
  private static final int MOST_RUNS = 200;
  private static final int MOST_UNITS = 256;

  /// The best run to learn from below a directory: of the same configuration, else the latest.
  ///
  /// @param fingerprint of what is to be done
  public static Optional<Experience> find(
      Path runs, String workload, String version, String fingerprint) throws IOException {
    Optional<Experience> best = Optional.empty();
    for (RunDirectory directory : latest(runs)) {
      Optional<Experience> found = of(directory, workload, version, fingerprint);
      if (found.isPresent() && found.get().isSameConfiguration()) {
        return found;
      }
      best = best.or(() -> found);
    }
    return best;
  }

  /// How long a plan takes, by playing it through with the units' times of that run; empty if that
  /// had less than three units.
  public Optional<TimeRange> estimate(DoubleStream weights, int workers) {
    RemainingTime remaining = new RemainingTime(workers);
    for (int i = 0; i < took.size(); i++) {
      double weight = took.get(i).weight();
      remaining.expect(weight);
      remaining.started(i, weight, 0);
      remaining.finished(i, Duration.ofNanos(took.get(i).wallNanos()));
    }
    weights.forEach(remaining::expect);
    return remaining.estimate(0);
  }

  private static Optional<Experience> of(
      RunDirectory directory, String workload, String version, String fingerprint) {
    try {
      RunRecord record = RunRecord.read(directory.record());
      if (!record.workload().equals(workload) || !record.version().equals(version)) {
        return Optional.empty();
      }
      try (JournalIndex journal = JournalIndex.open(directory.journal())) {
        List<JournalIndex.Took> took = journal.took(MOST_UNITS);
        return took.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Experience(directory.path(), journal.fingerprint().equals(fingerprint), took));
      }
    } catch (ConfigurationException | IOException _) {
      // A run that cannot be read has nothing to teach; the others may.
      return Optional.empty();
    }
  }

  /// Runs, the latest first.
  private static List<RunDirectory> latest(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(runs)) {
      return children
          .map(RunDirectory::new)
          .filter(RunDirectory::isRun)
          .sorted(Comparator.comparingLong(Experience::changed).reversed())
          .limit(MOST_RUNS)
          .toList();
    }
  }

  private static long changed(RunDirectory directory) {
    return directory.journal().toFile().lastModified();
  }
}
