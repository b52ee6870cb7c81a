package io.sheaf.info.series;

import io.sheaf.info.series.DelayScan.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A non-uniform embedding: candidates are taken one by one, each time the one that says most about
/// the target given those taken before, as long as the gain is more than the best of as many
/// candidates would show by chance. Confined.
///
/// Each step costs one estimate and one for each surrogate, of every candidate that is left.
///
/// @see <a href="https://doi.org/10.1103/PhysRevE.83.051112">Faes, Nollo, Porta 2011</a>
/// @see <a href="https://doi.org/10.1162/netn_a_00092">Novelli et al. 2019</a>
public final class GreedySelection {
  private final Variable target;
  private final Rows rows;
  private final Comparison comparison;
  private final double level;
  private long tests;

  /// A selection for one target.
  ///
  /// @param target the variable to inform about
  /// @param rows which rows may give samples; all candidates must be within its reach
  /// @param comparison estimator, null and number of surrogates of each test
  /// @param level greatest p at which a candidate is taken, in (0, 1)
  /// @throws IllegalArgumentException if the level is out of bounds, or the surrogates are too few
  ///   to ever reach it
  public GreedySelection(Variable target, Rows rows, Comparison comparison, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level = " + level + ", expected 0 < level < 1");
    }
    if (1.0 / (1 + comparison.count().most()) > level) {
      throw new IllegalArgumentException(
          "surrogates = %d, expected at least %d to reach level %s"
              .formatted(comparison.count().most(), (int) Math.ceil(1 / level) - 1, level));
    }
    this.target = target;
    this.rows = rows;
    this.comparison = comparison;
    this.level = level;
  }

  /// A candidate that was taken.
  ///
  /// @param part the row of a variable
  /// @param nats what it adds to those it was tested with
  /// @param pValue of the test that took it, or kept it
  public record Taken(Lagged part, double nats, double pValue) {}

  /// Takes candidates until none says more than chance: the maximum test.
  ///
  /// @param candidates single rows of variables
  /// @param known what is in the condition from the start
  /// @return what was taken, in that order
  public List<Taken> grow(List<Lagged> candidates, List<Lagged> known) {
    List<Lagged> open = new ArrayList<>(candidates);
    List<Lagged> condition = new ArrayList<>(known);
    List<Taken> taken = new ArrayList<>();
    while (!open.isEmpty()) {
      List<Observations> all = open.stream().map(one -> observed(one, condition)).toList();
      double[] values = values(all);
      int best = place(values, true);
      double p = NullTest.of(values[best], extremes(all, true), 0).pValue();
      if (p > level) {
        break;
      }
      taken.add(new Taken(open.get(best), values[best], p));
      condition.add(open.remove(best));
    }
    return List.copyOf(taken);
  }

  /// Drops candidates, weakest first, until the weakest says more than the weakest of chance: the
  /// minimum test.
  ///
  /// @param parts what was taken
  /// @param known what else is in the condition
  /// @return what remains, each with its value given all others that remain
  public List<Taken> prune(List<Lagged> parts, List<Lagged> known) {
    List<Lagged> left = new ArrayList<>(parts);
    while (!left.isEmpty()) {
      List<Observations> all = givenOthers(left, known);
      double[] values = values(all);
      int weakest = place(values, false);
      double p = NullTest.of(values[weakest], extremes(all, false), 0).pValue();
      if (p <= level) {
        break;
      }
      left.remove(weakest);
    }
    return strength(left, known);
  }

  /// What each part adds to all others, against the maximum over all of chance: as the k-th
  /// strongest is compared with the k-th strongest of each surrogate (sequential maximum test).
  private List<Taken> strength(List<Lagged> parts, List<Lagged> known) {
    if (parts.isEmpty()) {
      return List.of();
    }
    List<Observations> all = givenOthers(parts, known);
    double[] values = values(all);
    double[][] drawn = drawn(all);
    int count = comparison.count().most();
    double[][] ranked = new double[parts.size()][count];
    for (int i = 0; i < count; i++) {
      int number = i;
      double[] sorted = Arrays.stream(drawn).mapToDouble(one -> one[number]).sorted().toArray();
      for (int r = 0; r < sorted.length; r++) {
        ranked[r][i] = sorted[sorted.length - 1 - r];
      }
    }
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
    double[] p = new double[values.length];
    double before = 0;
    for (int r = 0; r < order.length; r++) {
      before = Math.max(before, NullTest.of(values[order[r]], ranked[r], 0).pValue());
      p[order[r]] = before;
    }
    return IntStream.range(0, values.length)
        .mapToObj(i -> new Taken(parts.get(i), values[i], p[i]))
        .toList();
  }

  /// What all parts together say beyond the condition: the omnibus test.
  ///
  /// @param parts at least one
  /// @param known the condition
  /// @return the comparison
  public NullTest together(List<Lagged> parts, List<Lagged> known) {
    return NullTest.run(
        Observations.of(target, parts, known, rows),
        comparison.estimator(),
        comparison.how(),
        next(0));
  }

  private Observations observed(Lagged candidate, List<Lagged> condition) {
    return Observations.of(target, List.of(candidate), condition, rows);
  }

  private List<Observations> givenOthers(List<Lagged> parts, List<Lagged> known) {
    return IntStream.range(0, parts.size())
        .mapToObj(
            i -> {
              List<Lagged> others = new ArrayList<>(known);
              others.addAll(parts);
              others.remove(known.size() + i);
              return observed(parts.get(i), others);
            })
        .toList();
  }

  private double[] values(List<Observations> all) {
    return all.stream().mapToDouble(comparison.estimator()::nats).toArray();
  }

  private static int place(double[] values, boolean greatest) {
    int place = 0;
    for (int i = 1; i < values.length; i++) {
      boolean further = greatest ? values[i] > values[place] : values[i] < values[place];
      place = further ? i : place;
    }
    return place;
  }

  private double[] extremes(List<Observations> all, boolean greatest) {
    double[][] drawn = drawn(all);
    double[] extremes = new double[comparison.count().most()];
    Arrays.setAll(
        extremes,
        i -> {
          var one = Arrays.stream(drawn).mapToDouble(values -> values[i]);
          return (greatest ? one.max() : one.min()).orElseThrow();
        });
    return extremes;
  }

  /// Surrogates of all candidates: those of different candidates are independent of each other, as
  /// each has a seed of its own.
  private double[][] drawn(List<Observations> all) {
    tests++;
    double[][] drawn = new double[all.size()][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] =
          DelayScan.drawn(
              all.get(i), new Comparison(comparison.estimator(), comparison.how(), next(i + 1)));
    }
    return drawn;
  }

  private SurrogateCount next(int candidate) {
    SurrogateCount count = comparison.count();
    long seed = count.seed() + 0x9E37_79B9_7F4A_7C15L * (tests * 1_000_003L + candidate);
    return new SurrogateCount(count.most(), 0, seed, count.workers());
  }
}
