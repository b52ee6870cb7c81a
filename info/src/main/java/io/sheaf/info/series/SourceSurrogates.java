package io.sheaf.info.series;

import io.sheaf.info.Segments;
import io.sheaf.info.internal.Xoshiro256PlusPlus;
import io.sheaf.info.series.Observations.SampleTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The surrogate sources of observations, by number. Immutable, thread-safe.
///
/// Observations on the same rows get the same rearrangement for the same number, and the same new
/// series of the same variable, so that surrogates of several can be compared.
final class SourceSurrogates {
  private final Observations of;
  private final Null how;
  private final long seed;
  private final Arrangements arrangements;
  private final CircularShifts shifts;
  private final Map<Variable, List<Iaaft>> generators = new HashMap<>();

  SourceSurrogates(Observations of, Null how, long seed) {
    this.of = of;
    this.how = how;
    this.seed = seed;
    arrangements = new Arrangements(of.segmentEnds());
    shifts =
        how instanceof Null.CircularShift(int least)
            ? new CircularShifts(of.segmentEnds(), least, seed)
            : new CircularShifts(new int[0], 1, seed);
    if (how instanceof Null.Iaaft) {
      of.design().source().forEach(part -> generators.computeIfAbsent(part.variable(), this::all));
    }
  }

  private List<Iaaft> all(Variable variable) {
    Segments s = of.design().rows().segments();
    List<Iaaft> all = new ArrayList<>();
    for (int i = 0; i < s.count(); i++) {
      int from = s.start(i);
      int to = s.end(i);
      all.add(
          new Iaaft(
              Arrays.stream(variable.columns())
                  .map(column -> Arrays.copyOfRange(column, from, to))
                  .toArray(double[][]::new)));
    }
    return all;
  }

  /// The columns of a surrogate source.
  double[][] columns(int number) {
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.stream(seed, number);
    return switch (how) {
      case Null.Permutation() -> moved(arrangements.permuted(random));
      case Null.CircularShift(int _) -> moved(shifts.order(number, random));
      case Null.Blocks(int length) -> moved(arrangements.blocks(length, random));
      case Null.Iaaft() -> again(random);
    };
  }

  private double[][] moved(int[] order) {
    return Arrangements.gather(of.source(), order);
  }

  private double[][] again(Xoshiro256PlusPlus random) {
    Map<Variable, Variable> replaced = new HashMap<>();
    List<Lagged> source =
        of.design().source().stream()
            .map(
                part ->
                    new Lagged(
                        replaced.computeIfAbsent(part.variable(), v -> surrogate(v, random)),
                        part.history()))
            .toList();
    return Observations.columns(
        source, new SampleTimes(of.times(), of.segmentEnds()), of.design().rows().segments());
  }

  private Variable surrogate(Variable variable, Xoshiro256PlusPlus random) {
    double[][] columns =
        Arrays.stream(variable.columns()).map(double[]::clone).toArray(double[][]::new);
    Segments s = of.design().rows().segments();
    List<Iaaft> segments = Objects.requireNonNull(generators.get(variable));
    for (int i = 0; i < segments.size(); i++) {
      double[][] part = segments.get(i).next(random);
      for (int d = 0; d < part.length; d++) {
        System.arraycopy(part[d], 0, columns[d], s.start(i), part[d].length);
      }
    }
    return Variable.of(columns);
  }
}
