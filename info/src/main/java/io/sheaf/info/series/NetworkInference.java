package io.sheaf.info.series;

import io.sheaf.info.BenjaminiHochberg;
import io.sheaf.info.series.DelayScan.Comparison;
import io.sheaf.info.series.GreedySelection.Taken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which series of many inform which, by multivariate transfer entropy with greedy selection.
///
/// For each target, by itself:
/// 1. its own past grows from its rows at lags 1 … mostLag (maximum test),
/// 2. rows of all other series at lags leastLag … mostLag are added, given the past and each other
///    (maximum test),
/// 3. those that the later ones made superfluous are dropped (minimum test),
/// 4. what remains is tested as a whole (omnibus test).
///
/// The omnibus test alone would be too eager, as its sources were chosen on the same samples. Only
/// the first maximum test allows for all candidates: the p-value of a target is the greater of the
/// two. [#links(List, double)] controls the false discovery rate over targets on these. Costs grow
/// with the square of the number of series, the lags and the surrogates: see [GreedySelection].
/// Immutable, thread-safe.
///
/// @param leastLag smallest lag of a source, at least 1
/// @param mostLag greatest lag of sources and own past, at least leastLag
/// @param level of each test
/// @param comparison estimator, null and surrogates
/// @see <a href="https://doi.org/10.1162/netn_a_00092">Novelli, Wollstadt, Mediano, Wibral, Lizier
///   2019</a>
/// @see <a href="https://doi.org/10.21105/joss.01081">Wollstadt et al. 2019 (IDTxl)</a>
public record NetworkInference(int leastLag, int mostLag, double level, Comparison comparison) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if lags are out of order
  public NetworkInference {
    if (leastLag < 1 || mostLag < leastLag) {
      throw new IllegalArgumentException(
          "lags = %d..%d, expected 1 <= least <= most".formatted(leastLag, mostLag));
    }
  }

  /// What informs one target.
  ///
  /// @param target number of the series
  /// @param pastLags lags of its own past
  /// @param sources what informs it beyond, by series and lag
  /// @param omnibus all sources together; NaN values if there is none
  /// @param pValue that nothing informs it: the greater of those of the first maximum test and of
  ///   the omnibus test; 1 if there is no source or the omnibus test does not reach the level
  public record Inputs(
      int target, List<Integer> pastLags, List<Source> sources, NullTest omnibus, double pValue) {
    /// Copies the lists.
    public Inputs {
      pastLags = List.copyOf(pastLags);
      sources = List.copyOf(sources);
    }
  }

  /// A row of a series that informs a target.
  ///
  /// @param series number of the series
  /// @param lag rows to the target
  /// @param nats what it adds to all others
  /// @param pValue of that, by the sequential maximum test
  public record Source(int series, int lag, double nats, double pValue) {}

  /// An edge of the network: the strongest row of a source.
  ///
  /// @param source number of the series that informs
  /// @param target number of the series that is informed
  /// @param lag of the strongest row
  /// @param nats what all rows of the source that were taken add, each beyond all others, summed
  /// @param pValue of the target
  /// @param qValue its adjusted p
  public record Link(int source, int target, int lag, double nats, double pValue, double qValue) {}

  /// What informs one of the series. The seed of its tests comes from its number, so that targets
  /// can be done in any order and place.
  ///
  /// @param series all series, of equal length
  /// @param target number of the target
  /// @param rows which rows may give samples
  /// @return its inputs
  /// @throws IllegalArgumentException if there is no such series, lengths differ or samples are few
  public Inputs inputs(List<Variable> series, int target, Rows rows) {
    if (target < 0 || target >= series.size()) {
      throw new IllegalArgumentException(
          "target = %d, expected 0 <= target < %d".formatted(target, series.size()));
    }
    SurrogateCount count = comparison.count();
    SurrogateCount own =
        new SurrogateCount(
            count.most(),
            0,
            count.seed() ^ (0x5851_F42D_4C95_7F2DL * (target + 1)),
            count.workers());
    Variable x = series.get(target);
    GreedySelection selection =
        new GreedySelection(
            x,
            rows.reaching(mostLag),
            new Comparison(comparison.estimator(), comparison.how(), own),
            level);
    List<Lagged> past = new ArrayList<>();
    selection.grow(lags(x, 1), List.of()).forEach(taken -> past.add(taken.part()));
    if (past.isEmpty()) {
      past.add(Lagged.row(x, 1));
    }
    List<Lagged> candidates =
        IntStream.range(0, series.size())
            .filter(i -> i != target)
            .boxed()
            .flatMap(i -> lags(series.get(i), leastLag).stream())
            .toList();
    List<Taken> grown = selection.grow(candidates, past);
    List<Taken> kept = selection.prune(grown.stream().map(Taken::part).toList(), past);
    NullTest omnibus =
        kept.isEmpty()
            ? new NullTest(Double.NaN, Double.NaN, 0, 0, Double.NaN, Double.NaN)
            : selection.together(kept.stream().map(Taken::part).toList(), past);
    return new Inputs(
        target,
        past.stream().map(part -> part.history().lag()).sorted().toList(),
        kept.stream().map(taken -> source(taken, series)).toList(),
        omnibus,
        omnibus.pValue() <= level ? Math.max(grown.getFirst().pValue(), omnibus.pValue()) : 1);
  }

  private List<Lagged> lags(Variable x, int first) {
    return IntStream.rangeClosed(first, mostLag).mapToObj(lag -> Lagged.row(x, lag)).toList();
  }

  private static Source source(Taken taken, List<Variable> series) {
    int number =
        IntStream.range(0, series.size())
            .filter(i -> series.get(i) == taken.part().variable())
            .findFirst()
            .orElseThrow();
    return new Source(number, taken.part().history().lag(), taken.nats(), taken.pValue());
  }

  /// The links into targets that are informed at a false discovery rate over all targets.
  ///
  /// @param all inputs of every target
  /// @param rate greatest expected share of false targets
  /// @return the links, by target, then source
  public static List<Link> links(List<Inputs> all, double rate) {
    double[] p = all.stream().mapToDouble(Inputs::pValue).toArray();
    double[] q = BenjaminiHochberg.adjust(p);
    return IntStream.range(0, p.length)
        .filter(i -> q[i] <= rate)
        .boxed()
        .flatMap(i -> links(all.get(i), p[i], q[i]))
        .toList();
  }

  private static Stream<Link> links(Inputs inputs, double p, double q) {
    return inputs.sources().stream()
        .map(Source::series)
        .distinct()
        .sorted()
        .map(
            series -> {
              List<Source> rows =
                  inputs.sources().stream().filter(one -> one.series() == series).toList();
              int lag =
                  rows.stream().max(Comparator.comparingDouble(Source::nats)).orElseThrow().lag();
              double nats = rows.stream().mapToDouble(Source::nats).sum();
              return new Link(series, inputs.target(), lag, nats, p, q);
            });
  }
}
