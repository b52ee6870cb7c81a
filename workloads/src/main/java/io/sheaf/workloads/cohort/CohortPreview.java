package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.info.Embedding;
import io.sheaf.info.Samples;
import io.sheaf.workloads.cohort.data.InputException;
import io.sheaf.workloads.cohort.data.UserTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// What `--dry-run` says about a cohort, shown on the user with the largest file.
final class CohortPreview {
  /// Processor time in nanoseconds for one row in one surrogate, all six tests of a lag, measured
  /// on the synthetic cohort of 60 users with 2,287 rows; blocks cost more than permutations.
  private static final double NANOS_PERMUTED = 14;

  private static final double NANOS_IN_BLOCKS = 24;

  /// Peak of the process with two workers, measured at 2,287 rows, and at 6,289 rows of 278
  /// columns.
  private static final double MEGABYTES = 102;

  private static final double MEGABYTES_PER_FURTHER_ROW = (348 - MEGABYTES) / (6289 - 2287);

  private CohortPreview() {}

  static List<String> of(Settings settings, List<Unit> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    Unit largest = Collections.max(units, Comparator.comparingDouble(Unit::weight));
    SeriesLoader loader = new SeriesLoader(settings);
    Path file = Path.of(settings.text("data_root")).resolve(largest.inputs().getFirst().name());
    String mode = largest.parameter(CohortWorkload.MODE);
    List<String> lines = new ArrayList<>();
    UserTable table;
    UserSeries series;
    try {
      table = loader.read(file, List.of(mode));
      series = loader.series(table, mode);
    } catch (InputException | UnitFailedException e) {
      return List.of(
          "largest user: %s cannot be analysed: %s".formatted(largest.group(), e.getMessage()));
    }
    lines.add(
        "largest user: %s, %d rows, %d usable in %d segments"
            .formatted(largest.group(), table.rows(), series.rows(), series.segments().count()));
    boolean sound = settings.text("statistics").equals("sound");
    double relative = units.stream().mapToDouble(Unit::weight).sum() / largest.weight();
    double seconds =
        relative
            * series.rows()
            * settings.whole("surrogates")
            * settings.wholes("taus").size()
            * (sound ? NANOS_IN_BLOCKS : NANOS_PERMUTED)
            / 1e9;
    lines.add("about %.1f s of processor time for all tests".formatted(seconds));
    double megabytes = MEGABYTES + MEGABYTES_PER_FURTHER_ROW * Math.max(0, table.rows() - 2287);
    lines.add("about %.0f MB of memory with two workers".formatted(megabytes));
    lines.addAll(states(settings, series, sound));
    return lines;
  }

  /// Per k the states of (next, past, source) that there could be and that there are.
  private static List<String> states(Settings settings, UserSeries series, boolean sound) {
    List<String> lines = new ArrayList<>();
    lines.add("  k  direction  nominal states  observed  samples  samples per observed state");
    List<Integer> grid =
        CohortWorkload.choosesHistory(settings)
            ? settings.wholes("k_selection.k_grid")
            : List.of(SharedHistory.fixed(settings));
    for (int k : grid) {
      int l = sound ? settings.whole("source_history") : k;
      for (Direction direction : Direction.values()) {
        Samples samples =
            Samples.transfer(
                direction.source(series),
                direction.target(series),
                new Embedding(k, l, 1),
                series.segments());
        double nominal =
            Math.pow(direction.target(series).alphabet(), k + 1)
                * Math.pow(direction.source(series).alphabet(), l);
        lines.add(
            "%3d  %-9s %,15.0f %,9d %,8d  %.2f"
                .formatted(
                    k,
                    direction,
                    nominal,
                    samples.distinctJoint(),
                    samples.size(),
                    (double) samples.size() / Math.max(1, samples.distinctJoint())));
      }
    }
    return lines;
  }
}
