package io.sheaf.info.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.special.Gamma;

/// The readable twin of the KSG estimators: compares all samples with all.
final class PlainNeighbours {
  private final Observations o;
  private final KsgEstimator e;

  PlainNeighbours(Observations o, KsgEstimator e) {
    this.o = o;
    this.e = e;
  }

  double nats() {
    return IntStream.range(0, o.size()).mapToDouble(this::localNats).average().orElse(Double.NaN);
  }

  private double localNats(int i) {
    int[] near =
        others(i)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    j -> distance(i, j, o.target(), o.source(), o.condition())))
            .limit(e.neighbours())
            .mapToInt(j -> j)
            .toArray();
    double x = greatest(i, near, o.target());
    double y = greatest(i, near, o.source());
    double z = greatest(i, near, o.condition());
    double k = e.neighbours();
    boolean unconditional = o.condition().length == 0;
    if (e.algorithm() == 1) {
      double r = Math.max(x, Math.max(y, z));
      double xz = others(i).filter(j -> distance(i, j, o.target(), o.condition()) < r).count();
      double yz = others(i).filter(j -> distance(i, j, o.source(), o.condition()) < r).count();
      double nz =
          unconditional
              ? others(i).count()
              : others(i).filter(j -> distance(i, j, o.condition()) < r).count();
      return psi(k) - psi(xz + 1.0) - psi(yz + 1.0) + psi(nz + 1.0);
    }
    double xz = within(i, o.target(), x, z);
    double yz = within(i, o.source(), y, z);
    if (unconditional) {
      return psi(k) - 1 / k - psi(xz) - psi(yz) + psi(others(i).count() + 1.0);
    }
    double nz = others(i).filter(j -> distance(i, j, o.condition()) <= z).count();
    return psi(k) - 2 / k - psi(xz) + 1 / xz - psi(yz) + 1 / yz + psi(nz);
  }

  private double within(int i, double[][] columns, double radius, double z) {
    return others(i)
        .filter(j -> distance(i, j, columns) <= radius && distance(i, j, o.condition()) <= z)
        .count();
  }

  private IntStream others(int i) {
    return IntStream.range(0, o.size()).filter(j -> Math.abs(o.time(i) - o.time(j)) > e.theiler());
  }

  private static double greatest(int i, int[] near, double[][] columns) {
    return Arrays.stream(near).mapToDouble(j -> distance(i, j, columns)).max().orElse(0);
  }

  private static double distance(int i, int j, double[][]... parts) {
    return Stream.of(parts)
        .flatMap(Arrays::stream)
        .mapToDouble(column -> Math.abs(column[i] - column[j]))
        .max()
        .orElse(0);
  }

  private static double psi(double n) {
    return IntStream.range(1, (int) n).mapToDouble(i -> 1.0 / i).sum() - Gamma.GAMMA;
  }
}
