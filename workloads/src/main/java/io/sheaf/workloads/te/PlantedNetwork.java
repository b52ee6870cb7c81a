package io.sheaf.workloads.te;

import java.util.List;
import java.util.Random;

/// Six series that are coupled in a known way: a chain a → b → c, a fork from a to b and d, c and d
/// meeting in e, and f alone. Each also keeps half of its own last value.
///
/// Chain and fork make pairs that look coupled and are not: a and c, b and d.
final class PlantedNetwork {
  static final String VERSION = "1";
  static final List<Link> LINKS =
      List.of(
          new Link("a", "b", 2, 0.6),
          new Link("b", "c", 1, 0.6),
          new Link("a", "d", 3, 0.6),
          new Link("c", "e", 1, 0.5),
          new Link("d", "e", 2, 0.5));
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");
  private static final double OWN = 0.5;
  private static final int ROWS = 1000;

  /// What was planted.
  ///
  /// @param lag rows from the source to the target
  /// @param weight of the source's value beside noise of variance 1
  record Link(String source, String target, int lag, double weight) {}

  private PlantedNetwork() {}

  /// The series. Random and its Gaussians are specified to the bit, so these are the same
  /// everywhere.
  static SeriesTable table(long seed) {
    Random random = new Random(seed);
    double[][] x = new double[NAMES.size()][ROWS];
    for (int t = 0; t < ROWS; t++) {
      for (int i = 0; i < x.length; i++) {
        x[i][t] = random.nextGaussian() + (t > 0 ? OWN * x[i][t - 1] : 0);
      }
      for (Link link : LINKS) {
        if (t >= link.lag()) {
          double from = x[NAMES.indexOf(link.source())][t - link.lag()];
          x[NAMES.indexOf(link.target())][t] += link.weight() * from;
        }
      }
    }
    return new SeriesTable(NAMES, List.of(x));
  }
}
