package io.sheaf.workloads.cohort;

import static java.util.Collections.nCopies;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.info.GrangerCausality;
import io.sheaf.workloads.cohort.CohortTables.Measure;
import io.sheaf.workloads.cohort.Methods.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Everything that is computed for one user and feature. Immutable.
final class UserAnalysis {
  private static final int LOW_TRANSFER = 100;
  private static final int LOW_CONDITIONAL = 200;

  private final Profile profile;
  private final Methods methods;
  private final List<Integer> taus;
  private final Optional<Integer> hourBins;
  private final boolean choosesHistory;

  UserAnalysis(Settings settings) {
    profile = Profile.of(settings.text("statistics"));
    methods = methods(settings);
    taus = settings.wholes("taus");
    hourBins =
        settings.text("condition").equals(SeriesLoader.HOUR)
            ? settings.optionalWhole("hour_bins")
            : Optional.empty();
    choosesHistory = CohortWorkload.choosesHistory(settings);
  }

  static Methods methods(Settings settings) {
    return switch (Profile.of(settings.text("statistics"))) {
      case COMPAT -> new OriginalMethods(settings, false);
      case CLASSIC -> new OriginalMethods(settings, true);
      case SOUND -> new SoundMethods(settings);
    };
  }

  /// Analyses one user's series.
  UnitOutput run(String user, String mode, UserSeries series, UnitContext context)
      throws InterruptedException {
    return new Unit(user, mode, series, context).run();
  }

  private final class Unit {
    private final String user;
    private final String mode;
    private final UserSeries series;
    private final UnitContext context;
    private final Histories histories;
    private final List<Row> rows = new ArrayList<>();

    Unit(String user, String mode, UserSeries series, UnitContext context) {
      this.user = user;
      this.mode = mode;
      this.series = series;
      this.context = context;
      try (Phase _ = context.phase("history")) {
        this.histories = methods.histories(series);
      }
    }

    /// Goes from step to step, each of which is safe once it is done.
    UnitOutput run() throws InterruptedException {
      AnalysisState before = AnalysisState.restored(context);
      rows.addAll(before.rows());
      List<Step> steps = steps();
      for (int i = before.steps(); i < steps.size(); i++) {
        context.checkCancelled();
        context.progress(i, steps.size());
        try (Phase _ = context.phase(steps.get(i).phase())) {
          steps.get(i).work().run();
        }
        new AnalysisState(i + 1, rows).save(context);
      }
      return new UnitOutput(rows);
    }

    private record Step(String phase, Runnable work) {}

    private List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      steps.add(new Step("history", this::preliminaries));
      for (Measure measure : Measure.values()) {
        for (int tau : taus) {
          steps.add(new Step(measure + " tau=" + tau, () -> measure(measure, tau)));
        }
      }
      steps.add(new Step("Granger", this::granger));
      return steps;
    }

    private void preliminaries() {
      if (choosesHistory) {
        rows.add(historyRow());
      }
      rows.add(hourRow());
    }

    private void measure(Measure measure, int tau) {
      Directions found =
          Directions.of(
              context,
              measure + "/tau=" + tau,
              (direction, seed) -> {
                Task task = new Task(series, direction, histories, tau, seed);
                return switch (measure) {
                  case TE -> methods.transferEntropy(task);
                  case CTE -> methods.conditionalTransferEntropy(task);
                  case STE -> methods.symbolicTransferEntropy(task);
                };
              });
      rows.add(measureRow(measure, tau, found));
      if (found.isMissing()) {
        error(
            measure.name(),
            (long) tau,
            "too few samples: %d and %d embedded in %d segments"
                .formatted(
                    found.activityToSitting().samples(),
                    found.sittingToActivity().samples(),
                    series.segments().count()));
      } else if (profile.comparesEffective() && Double.isNaN(found.delta(profile))) {
        error(
            measure.name(),
            (long) tau,
            "no surrogate differs from the data: no hour of the day has samples on two days");
      }
    }

    private Row measureRow(Measure measure, int tau, Directions found) {
      List<@Nullable Object> cells = new ArrayList<>(List.of(user, mode));
      if (measure == Measure.STE) {
        cells.add(methods.symbolicHistory(histories));
      } else {
        cells.add(histories.target(Direction.A2S));
        cells.add(histories.source(Direction.A2S));
      }
      cells.add(tau);
      if (measure == Measure.CTE) {
        cells.add(hourBins.orElse(null));
      }
      Estimate toSitting = found.activityToSitting();
      Estimate toActivity = found.sittingToActivity();
      cells.addAll(List.of(toSitting.bits(), toActivity.bits(), found.delta(profile)));
      cells.addAll(List.of(toSitting.p(), toActivity.p()));
      cells.addAll(nCopies(4, null));
      cells.addAll(sampleCells(measure, tau, found));
      cells.addAll(List.of(toSitting.effectiveBits(), toActivity.effectiveBits()));
      cells.addAll(List.of(toSitting.z(), toActivity.z()));
      cells.addAll(List.of(toSitting.smallestP(), toActivity.smallestP()));
      cells.add(
          measure == Measure.STE
              ? methods.symbolicHistory(histories)
              : histories.target(Direction.S2A));
      cells.addAll(List.of(toSitting.samples(), toActivity.samples()));
      cells.addAll(List.of(toSitting.states(), toActivity.states()));
      return new Row(measure.table().name(), cells);
    }

    /// Numbers of samples, the fewer of the two directions; the original stated rows.
    private List<Object> sampleCells(Measure measure, int tau, Directions found) {
      int samples = profile == Profile.COMPAT ? series.rows() : found.fewerSamples();
      return switch (measure) {
        case TE -> List.of(samples, samples < LOW_TRANSFER);
        case CTE -> {
          int[] perBin = perBin(tau);
          String thin =
              IntStream.range(0, perBin.length)
                  .filter(bin -> perBin[bin] < Methods.FEWEST_PER_BIN)
                  .boxed()
                  .toList()
                  .toString();
          int least = Arrays.stream(perBin).min().orElse(0);
          yield List.of(samples, least, samples < LOW_CONDITIONAL, thin);
        }
        case STE -> List.of();
      };
    }

    private int[] perBin(int tau) {
      if (profile == Profile.COMPAT) {
        return series.rowsPerCondition();
      }
      int[] fewer = BinCounts.of(new Task(series, Direction.A2S, histories, tau, 0));
      int[] other = BinCounts.of(new Task(series, Direction.S2A, histories, tau, 0));
      Arrays.setAll(fewer, bin -> Math.min(fewer[bin], other[bin]));
      return fewer;
    }

    private void granger() {
      GrangerCausality found = methods.granger(series);
      double toSitting = found.pXToY();
      double toActivity = found.pYToX();
      List<@Nullable Object> cells = new ArrayList<>(List.of(user, mode, found.lag()));
      cells.addAll(List.of(toSitting, toActivity));
      cells.addAll(nCopies(2, null));
      cells.add(sign(toSitting, toActivity));
      cells.addAll(List.of(finite(found.fXToY()), finite(found.fYToX()), found.rows()));
      rows.add(new Row(CohortTables.GRANGER.name(), cells));
      if (found.lag() == 0) {
        error("GC", null, "too few rows with 8 rows before them, or a constant series");
      } else if (Double.isNaN(toSitting) || Double.isNaN(toActivity)) {
        error("GC", null, "a regression leaves no residual to test against");
      }
    }

    /// A perfect prediction has no finite F; its p says it.
    private static double finite(double f) {
      return Double.isInfinite(f) ? Double.NaN : f;
    }

    private @Nullable String sign(double toSitting, double toActivity) {
      if (profile == Profile.COMPAT) {
        return toSitting < toActivity ? "A2S" : "S2A";
      }
      return toSitting < toActivity ? "A2S" : toSitting > toActivity ? "S2A" : null;
    }

    private Row historyRow() {
      HistoryChoice sitting = histories.sitting();
      List<@Nullable Object> cells = new ArrayList<>();
      cells.addAll(List.of(user, sitting.selected(), sitting.original(), sitting.isCapped()));
      cells.addAll(List.of(sitting.valuesAsJson(), "max_ais", mode, sitting.guard()));
      if (profile.choosesPerVariable()) {
        HistoryChoice activity = histories.activity();
        cells.addAll(List.of(activity.selected(), activity.original(), activity.isCapped()));
        cells.addAll(List.of(activity.guard(), activity.valuesAsJson()));
      } else {
        cells.addAll(nCopies(5, null));
      }
      return new Row(CohortTables.HISTORIES.name(), cells);
    }

    /// The original counted bins where its columns say hours.
    private Row hourRow() {
      boolean binned = profile == Profile.COMPAT && hourBins.isPresent();
      int[] counts = new int[24];
      for (int i = 0; i < series.rows(); i++) {
        counts[binned ? series.condition().at(i) : series.hours()[i]]++;
      }
      List<@Nullable Object> cells = new ArrayList<>(List.of(user, mode, series.rows()));
      Arrays.stream(counts).forEach(cells::add);
      return new Row(CohortTables.HOURS.name(), cells);
    }

    /// The original did not tell of these.
    private void error(String method, @Nullable Long tau, String message) {
      if (profile == Profile.COMPAT) {
        return;
      }
      rows.add(
          new Row(CohortTables.ERRORS.name(), Arrays.asList(user, mode, method, tau, message)));
    }
  }
}
