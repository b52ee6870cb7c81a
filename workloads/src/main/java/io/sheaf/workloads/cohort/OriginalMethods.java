package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.Settings;
import io.sheaf.info.Embedding;
import io.sheaf.info.GrangerCausality;
import io.sheaf.info.OrdinalPatterns;
import io.sheaf.info.Samples;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Symbols;
import io.sheaf.info.Ties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// The methods of the original: as they were (`compat`), or with the arithmetic mended (`classic`).
///
/// Source histories are permuted freely, which is too eager where the series are autocorrelated.
final class OriginalMethods implements Methods {
  private static final int PATTERN = 3;
  private static final int MOST_PATTERN_HISTORY = 2;
  private static final int FEWEST_PATTERNS = 100;

  private final boolean mended;
  private final int surrogates;
  private final SharedHistory history;
  private final ConcatenatedStrata concatenated;

  OriginalMethods(Settings settings, boolean mended) {
    this.mended = mended;
    this.surrogates = settings.whole("surrogates");
    this.history = new SharedHistory(settings);
    this.concatenated = new ConcatenatedStrata(surrogates);
  }

  @Override
  public Histories histories(UserSeries series) {
    HistoryChoice shared = history.choose(series);
    return new Histories(shared, shared, 0);
  }

  @Override
  public Estimate transferEntropy(Task task) {
    return tested(task.samples(), Surrogates.Permutation.free(), task.seed());
  }

  /// Mended: I(next; source | past, bin of the target) over bins with enough samples, which is the
  /// mean of the bins' transfer entropies weighted by their samples.
  @Override
  public Estimate conditionalTransferEntropy(Task task) {
    if (!mended) {
      return concatenated.estimate(task);
    }
    Symbols bins = task.series().condition();
    Samples all = task.conditionalSamples();
    int[] perBin = BinCounts.of(all, bins);
    Samples samples = all.where(row -> perBin[bins.at(row)] >= FEWEST_PER_BIN);
    int[] strata = IntStream.range(0, bins.length()).map(bins::at).toArray();
    return tested(samples, Surrogates.Permutation.within(strata), task.seed());
  }

  @Override
  public Estimate symbolicTransferEntropy(Task task) {
    UserSeries series = task.series();
    OrdinalPatterns source = patterns(task.direction().source(series), series);
    OrdinalPatterns target = patterns(task.direction().target(series), series);
    if (source.symbols().length() < FEWEST_PATTERNS) {
      return Estimate.none(source.symbols().length());
    }
    int k = Math.min(MOST_PATTERN_HISTORY, task.histories().target(task.direction()));
    Samples samples =
        Samples.transfer(
            source.symbols(),
            target.symbols(),
            new Embedding(k, k, task.delay()),
            target.segments());
    return tested(samples, Surrogates.Permutation.free(), task.seed());
  }

  private static OrdinalPatterns patterns(Symbols symbols, UserSeries series) {
    double[] values = IntStream.range(0, symbols.length()).mapToDouble(symbols::at).toArray();
    return OrdinalPatterns.of(values, PATTERN, 1, Ties.BY_POSITION, series.segments());
  }

  /// The original stated the k of the other measures.
  @Override
  public int symbolicHistory(Histories histories) {
    int k = histories.sitting().selected();
    return mended ? Math.min(MOST_PATTERN_HISTORY, k) : k;
  }

  @Override
  public GrangerCausality granger(UserSeries series) {
    double[] activity =
        IntStream.range(0, series.rows()).mapToDouble(series.activity()::at).toArray();
    return GrangerCausality.pairwise(
        activity, series.sittingLevels(), series.segments(), MOST_LAGS);
  }

  private Estimate tested(Samples samples, Surrogates nulls, long seed) {
    if (samples.size() == 0) {
      return Estimate.NONE;
    }
    SurrogateTest test = SurrogateTest.run(samples, nulls, surrogates, seed);
    Estimate estimate = Estimate.of(test, samples);
    return mended ? estimate : estimate.withP(Estimate.plainP(test));
  }

  @Override
  public Map<String, String> describe() {
    Map<String, String> methods = new LinkedHashMap<>();
    methods.put("missing_label", "counts as 0");
    methods.put("histories", mended ? "within segments without gaps" : "over gaps in time");
    methods.put("k", "one for both, greatest plug-in active information storage of sitting");
    methods.put("te", "plug-in, source histories permuted freely");
    methods.put(
        "cte",
        mended
            ? "plug-in given the target's bin, source histories permuted within bins"
            : "weighted mean over concatenated strata at lag tau + 1, Fisher's combination");
    methods.put("ste", "ordinal patterns of bins and labels, ties by position");
    methods.put("gc", "vector autoregression of bins and labels, F test");
    methods.put("p", mended ? "(1 + c)/(1 + M)" : "c/M");
    methods.put("delta", "difference of plug-in values");
    methods.put("delta_p", mended ? "Wilcoxon by lag and feature, then BH" : "Wilcoxon over all");
    return methods;
  }
}
