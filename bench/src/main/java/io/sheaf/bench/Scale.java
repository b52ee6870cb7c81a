package io.sheaf.bench;

import io.sheaf.bench.SimulatedRun.Result;
import io.sheaf.bench.SimulatedRun.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long runs of a thousand nodes take, compared with what cannot be beaten: simulated.
///
/// `bench/run scale`; prints tables and draws `docs/images/scale.svg`. What it said last is in
/// docs/scale.md.
public final class Scale {
  private static final long SEED = 20261122;
  private static final int NODES = 1000;
  private static final int UNITS = 1_000_000;
  private static final double UNKNOWN = Double.POSITIVE_INFINITY;

  private static final World EXACT = new World("exact weights", 0, 0, 0, false);
  private static final World ESTIMATED = new World("weights off by 2x", Math.log(2), 0, 0, false);
  private static final World NOTHING = new World("no weights", UNKNOWN, 0, 0, false);

  private static final List<World> WORLDS =
      List.of(
          EXACT,
          ESTIMATED,
          NOTHING,
          new World("1 attempt in 1,000 lost", 0, 0.001, 0, false),
          new World("1 attempt in 100 lost", 0, 0.01, 0, false),
          new World("1 node in 100 five times slower", 0, 0, 0.01, false),
          new World("the same, slow units copied", 0, 0, 0.01, true),
          new World("all of it", Math.log(2), 0.01, 0.01, true));

  private Scale() {}

  public static void main(String[] args) throws IOException {
    System.out.println(
        "world                             ratio   makespan h  attempts   copies  us/unit");
    for (World world : WORLDS) {
      Result result = new SimulatedRun(world, NODES, UNITS, SEED).run();
      System.out.printf(
          Locale.ROOT,
          "%-32s %6.3f %12.2f %9d %8d %8.2f%n",
          world.name(),
          result.ratio(),
          result.makespanMillis() / 3.6e6,
          result.attempts(),
          result.copies(),
          result.schedulingNanos() / 1e3 / UNITS);
    }
    List<Curve> curves = new ArrayList<>();
    for (World world : List.of(EXACT, ESTIMATED, NOTHING)) {
      List<double[]> points = new ArrayList<>();
      for (int perNode : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
        Result result = new SimulatedRun(world, NODES, NODES * perNode, SEED).run();
        points.add(new double[] {perNode, result.ratio()});
        System.out.printf(
            Locale.ROOT, "%-20s %5d units a node: %.3f%n", world.name(), perNode, result.ratio());
      }
      curves.add(new Curve(world.name(), points));
    }
    Files.writeString(
        Path.of("docs/images/scale.svg"),
        Curve.svg(
            new Curve.Axes(
                "1,000 nodes: time, as a multiple of what cannot be beaten",
                "units a node",
                true,
                1),
            curves));
  }
}
