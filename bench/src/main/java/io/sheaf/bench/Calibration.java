package io.sheaf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Question: do the p-values of `info.series` hold where nothing is coupled, where do they not,
/// what do they find, and how far are the values from closed forms?
///
/// Command: `bench/run calibration [RUNS] [DIRECTORY]` prints the tables of docs/calibration.md and
/// writes its curves to the directory (default docs/images). Seeds are fixed. One thread; lines
/// come as they are done, with the minutes so far on standard error.
public final class Calibration {
  private static final long SEED = 20_261_122;
  private static final int CHEAP = 10;

  private final int runs;
  private final Path directory;
  private final long start = System.nanoTime();

  private Calibration(int runs, Path directory) {
    this.runs = runs;
    this.directory = directory;
  }

  /// Prints tables and draws curves.
  ///
  /// @param args number of runs of each costly cell (100; others have ten times as many) and where
  ///   curves go; both optional
  /// @throws IOException if a curve cannot be written
  public static void main(String[] args) throws IOException {
    Calibration calibration =
        new Calibration(
            args.length > 0 ? Integer.parseInt(args[0]) : 100,
            Path.of(args.length > 1 ? args[1] : "docs/images"));
    FalsePositives tests = new FalsePositives(calibration);
    ErrorsOfValues values = new ErrorsOfValues(calibration);
    values.ofNumbers();
    values.ofSymbols();
    tests.power();
    tests.againstAutocorrelation();
    tests.table(64, 256);
  }

  /// The number of runs of a cell.
  int runs(boolean cheap) {
    return cheap ? CHEAP * runs : runs;
  }

  long seed() {
    return SEED;
  }

  /// Randomness that only what is simulated decides.
  static Random random(Object... what) {
    return Random.from(new SplittableRandom(SEED + List.of(what).toString().hashCode()));
  }

  void print(String line) {
    System.out.println(line);
    System.err.printf(Locale.ROOT, "%.1f minutes%n", (System.nanoTime() - start) / 60e9);
  }

  void draw(String name, Curve.Axes axes, List<Curve> curves) throws IOException {
    Files.writeString(directory.resolve(name), Curve.svg(axes, curves));
  }

  static List<double[]> points(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToObj(i -> new double[] {x[i], y[i]}).toList();
  }
}
