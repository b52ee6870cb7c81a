package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.info.Discretizer;
import io.sheaf.info.Segments;
import io.sheaf.info.Symbols;
import io.sheaf.workloads.cohort.data.FeatureSet;
import io.sheaf.workloads.cohort.data.FormulaException;
import io.sheaf.workloads.cohort.data.InputException;
import io.sheaf.workloads.cohort.data.LocalClock;
import io.sheaf.workloads.cohort.data.RowOrder;
import io.sheaf.workloads.cohort.data.UsableRuns;
import io.sheaf.workloads.cohort.data.UserTable;
import io.sheaf.workloads.cohort.data.UserTableReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads a user's file and makes the series of one feature out of it. Immutable.
final class SeriesLoader {
  static final String HOUR = "hour";
  private static final String CONDITION = "(condition)";
  private static final int MOST_CODES = 10_000;

  private final Profile profile;
  private final UserTableReader reader;
  private final String label;
  private final FeatureSet features;
  private final boolean conditionIsHour;
  private final int hourBins;
  private final int bins;
  private final boolean quantileBins;
  private final int minimumRows;
  private final int maxGapSeconds;
  private final ZoneId zone;

  SeriesLoader(Settings settings) {
    profile = Profile.of(settings.text("statistics"));
    RowOrder order = profile == Profile.COMPAT ? RowOrder.AS_IS : RowOrder.STRICT;
    reader = new UserTableReader(settings.text("columns.timestamp"), order);
    label = settings.text("columns.label");
    conditionIsHour = settings.text("condition").equals(HOUR);
    hourBins = settings.whole("hour_bins");
    bins = settings.whole("bins.count");
    quantileBins = settings.text("bins.method").equals("quantile");
    minimumRows = settings.whole("minimum_rows");
    maxGapSeconds = settings.whole("max_gap_seconds");
    zone = zone(settings.optionalText("time_zone").orElse(profile.timeZone()));
    features = features(settings);
  }

  /// The columns and features named by a configuration, checked before anything is read.
  private FeatureSet features(Settings settings) {
    Map<String, String> formulas = new LinkedHashMap<>(settings.family("features"));
    if (!conditionIsHour) {
      formulas.put(CONDITION, settings.text("condition"));
    }
    FeatureSet parsed;
    try {
      parsed = FeatureSet.parse(formulas);
    } catch (FormulaException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
    refuseTimestamps(parsed, settings.text("columns.timestamp"));
    for (String mode : settings.texts("feature_modes")) {
      if (!parsed.names().contains(mode)) {
        throw new ConfigurationException(
            "feature_modes: unknown feature `%s`, expected %s%s"
                .formatted(
                    mode, String.join(", ", parsed.names()), Nearest.hint(mode, parsed.names())));
      }
    }
    return parsed;
  }

  private List<String> columns(List<String> modes) {
    Set<String> needed = new LinkedHashSet<>();
    modes.forEach(mode -> needed.addAll(features.columns(mode)));
    if (!conditionIsHour) {
      needed.addAll(features.columns(CONDITION));
    }
    needed.add(label);
    return List.copyOf(needed);
  }

  private void refuseTimestamps(FeatureSet parsed, String timestamp) {
    for (String feature : parsed.names()) {
      if (parsed.columns(feature).contains(timestamp)) {
        throw new ConfigurationException(
            "feature `%s`: column `%s` holds the timestamps, expected another"
                .formatted(feature, timestamp));
      }
    }
    if (label.equals(timestamp)) {
      throw new ConfigurationException(
          "columns.label: `%s` holds the timestamps, expected another".formatted(label));
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new ConfigurationException(
          "time_zone: `" + name + "` is no time zone, expected a name such as America/Los_Angeles");
    }
  }

  /// Reads the columns that features need.
  UserTable read(Path file, List<String> modes) throws InputException {
    return reader.read(file, columns(modes));
  }

  private static double[] finite(String name, double[] values) {
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        throw new UnitFailedException(
            "%s is infinite in row %d of the data, expected a number or nothing"
                .formatted(name, row + 1));
      }
    }
    return values;
  }

  /// Makes the series of one feature.
  ///
  /// @throws UnitFailedException if the data do not allow an analysis
  UserSeries series(UserTable table, String mode) {
    double[] feature = finite("feature `" + mode + "`", features.evaluate(mode, table));
    double[] labels = table.column(label);
    double[] conditions =
        conditionIsHour ? feature : finite("the condition", features.evaluate(CONDITION, table));
    boolean[] missing = new boolean[feature.length];
    for (int i = 0; i < missing.length; i++) {
      missing[i] =
          Double.isNaN(feature[i])
              || Double.isNaN(conditions[i])
              || (profile.needsLabel() && Double.isNaN(labels[i]));
    }
    int[] kept = IntStream.range(0, missing.length).filter(i -> !missing[i]).toArray();
    requireRows(kept.length, missing.length);
    long[] times = Arrays.stream(kept).mapToLong(i -> table.timestamps()[i]).toArray();
    LocalClock clock = new LocalClock(zone);
    int[] hours = clock.hours(times);
    double[] levels = standardised(at(feature, kept));
    Symbols condition = conditionIsHour ? hourBins(hours) : codes(at(conditions, kept));
    return new UserSeries(
        new UserSeries.Variables(activity(levels), sitting(at(labels, kept)), condition),
        segments(table.timestamps(), missing, kept.length),
        levels,
        new UserSeries.Clock(hours, clock.epochDays(times)));
  }

  private void requireRows(int rows, int all) {
    if (rows < minimumRows) {
      throw new UnitFailedException(
          "Insufficient data: %d of %d rows are usable, expected at least %d (minimum_rows)"
              .formatted(rows, all, minimumRows));
    }
  }

  private Segments segments(long[] timestamps, boolean[] missing, int rows) {
    if (!profile.breaksAtGaps()) {
      return Segments.whole(rows);
    }
    UsableRuns runs = UsableRuns.of(timestamps, missing, maxGapSeconds);
    if (runs.count() == rows) {
      throw new UnitFailedException(
          "no two usable rows follow each other within %d s (max_gap_seconds); the median step is %d s"
              .formatted(maxGapSeconds, medianGap(timestamps)));
    }
    boolean[] starts = new boolean[rows];
    int row = 0;
    for (int run = 0; run < runs.count(); run++) {
      starts[row] = true;
      row += runs.ends()[run] - runs.starts()[run];
    }
    return Segments.startingAt(starts);
  }

  private static long medianGap(long[] timestamps) {
    long[] gaps =
        IntStream.range(1, timestamps.length)
            .mapToLong(i -> timestamps[i] - timestamps[i - 1])
            .sorted()
            .toArray();
    return gaps[gaps.length / 2];
  }

  private Symbols activity(double[] levels) {
    Discretizer discretizer =
        quantileBins ? Discretizer.quantiles(levels, bins) : Discretizer.equalWidth(levels, bins);
    Symbols symbols = discretizer.symbols(levels);
    Symbols compact = Symbols.of(values(symbols));
    if (compact.alphabet() == 1) {
      double least = Arrays.stream(levels).min().orElseThrow();
      double most = Arrays.stream(levels).max().orElseThrow();
      throw new UnitFailedException(
          least == most
              ? "the activity feature is constant (zero variance)"
              : "the activity feature falls into one bin although it varies");
    }
    return compact;
  }

  private Symbols sitting(double[] labels) {
    int[] values = new int[labels.length];
    for (int i = 0; i < values.length; i++) {
      double value = Double.isNaN(labels[i]) ? 0 : labels[i];
      if (value != 0 && value != 1) {
        throw new UnitFailedException(
            "column `%s` holds %s, expected 0, 1 or nothing".formatted(label, value));
      }
      values[i] = (int) value;
    }
    int ones = Arrays.stream(values).sum();
    if (profile.refusesConstants() && (ones == 0 || ones == values.length)) {
      throw new UnitFailedException(
          "`%s` is %s in all %d usable rows: nothing to analyse"
              .formatted(label, ones == 0 ? "never 1" : "always 1", values.length));
    }
    return Symbols.of(values);
  }

  private Symbols hourBins(int[] hours) {
    return Symbols.of(Arrays.stream(hours).map(hour -> hour * hourBins / 24).toArray());
  }

  private static Symbols codes(double[] values) {
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (int) values[i];
      if (codes[i] != values[i] || codes[i] < 0 || codes[i] >= MOST_CODES) {
        throw new UnitFailedException(
            "the condition is %s in a row, expected whole numbers from 0 to %d"
                .formatted(values[i], MOST_CODES - 1));
      }
    }
    return Symbols.of(codes);
  }

  /// (x - mean) / standard deviation, divisor n; all 0 if constant.
  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    return Arrays.stream(values).map(x -> (x - mean) / deviation).toArray();
  }

  private static double[] at(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static int[] values(Symbols symbols) {
    return IntStream.range(0, symbols.length()).map(symbols::at).toArray();
  }
}
