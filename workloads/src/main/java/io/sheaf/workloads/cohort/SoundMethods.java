package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.Settings;
import io.sheaf.info.Embedding;
import io.sheaf.info.GrangerCausality;
import io.sheaf.info.OrdinalPatterns;
import io.sheaf.info.Samples;
import io.sheaf.info.Segments;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Ties;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Methods whose p-values hold for autocorrelated series that share a daily rhythm.
///
/// Surrogates exchange whole blocks of source histories between times of the same local hour, so
/// they keep the source's autocorrelation, its rhythm and its dependence on the condition.
final class SoundMethods implements Methods {
  private static final int PATTERN = 3;

  private final int surrogates;
  private final int sourceHistory;
  private final OwnHistory history;

  SoundMethods(Settings settings) {
    surrogates = settings.whole("surrogates");
    sourceHistory = settings.whole("source_history");
    history = new OwnHistory(settings);
  }

  @Override
  public Histories histories(UserSeries series) {
    return new Histories(
        history.choose(series.sitting(), series.segments()),
        history.choose(series.activity(), series.segments()),
        sourceHistory);
  }

  @Override
  public Estimate transferEntropy(Task task) {
    return tested(task.samples(), ClockBlocks.of(task.series()), task.seed());
  }

  @Override
  public Estimate conditionalTransferEntropy(Task task) {
    return tested(
        task.conditionalSamples(), ClockBlocks.withinCondition(task.series()), task.seed());
  }

  /// Patterns of the feature itself and of the label, equal values being equal, so that onset and
  /// offset of sitting count alike.
  @Override
  public Estimate symbolicTransferEntropy(Task task) {
    UserSeries series = task.series();
    OrdinalPatterns activity = patterns(series.levels(), series.segments());
    OrdinalPatterns sitting = patterns(series.sittingLevels(), series.segments());
    boolean toSitting = task.direction() == Direction.A2S;
    Samples samples =
        Samples.transfer(
            (toSitting ? activity : sitting).symbols(),
            (toSitting ? sitting : activity).symbols(),
            new Embedding(1, 1, task.delay()),
            activity.segments());
    return tested(samples, ClockBlocks.of(series, activity), task.seed());
  }

  private static OrdinalPatterns patterns(double[] values, Segments segments) {
    return OrdinalPatterns.of(values, PATTERN, 1, Ties.EQUAL, segments);
  }

  @Override
  public int symbolicHistory(Histories histories) {
    return 1;
  }

  /// On the feature itself and the label, both less their mean at each hour of the day.
  @Override
  public GrangerCausality granger(UserSeries series) {
    return GrangerCausality.pairwise(
        withoutRhythm(series.levels(), series.hours()),
        withoutRhythm(series.sittingLevels(), series.hours()),
        series.segments(),
        MOST_LAGS);
  }

  private static double[] withoutRhythm(double[] values, int[] hours) {
    double[] sums = new double[24];
    int[] counts = new int[24];
    for (int i = 0; i < values.length; i++) {
      sums[hours[i]] += values[i];
      counts[hours[i]]++;
    }
    double[] rest = Arrays.copyOf(values, values.length);
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= sums[hours[i]] / counts[hours[i]];
    }
    return rest;
  }

  private Estimate tested(Samples samples, Surrogates nulls, long seed) {
    return samples.size() == 0
        ? Estimate.NONE
        : Estimate.of(SurrogateTest.run(samples, nulls, surrogates, seed), samples);
  }

  @Override
  public Map<String, String> describe() {
    Map<String, String> methods = new LinkedHashMap<>();
    methods.put("missing_label", "ends a segment");
    methods.put("histories", "within segments without gaps");
    methods.put(
        "k", "one per variable, greatest bias-corrected active information storage, guard closed");
    methods.put("l", Integer.toString(sourceHistory));
    methods.put("te", "plug-in, " + ClockBlocks.DESCRIPTION);
    methods.put("cte", "plug-in given the target's bin, " + ClockBlocks.DESCRIPTION);
    methods.put("ste", "ordinal patterns of feature and label, equal values equal, k = l = 1");
    methods.put("gc", "vector autoregression of feature and label less their hourly means, F test");
    methods.put("p", "(1 + c)/(1 + M)");
    methods.put("delta", "difference of effective values (value less surrogate mean)");
    methods.put("delta_p", "Wilcoxon by lag and feature, then BH");
    return methods;
  }
}
