package io.sheaf.bench;

import io.sheaf.info.Condition;
import io.sheaf.info.Embedding;
import io.sheaf.info.Samples;
import io.sheaf.info.Segments;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Symbols;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Question: how long does one subject take, that is, transfer entropy with 1,000 surrogates in
/// both directions, embedding included, on one thread? And does it depend on the history?
///
/// Data: 2,287 rows; A in 0 … 4, skewed, stays with probability 0.6; S in 0, 1, stays with 0.95. At
/// k = 6, A has 828 different pasts and S has 19. Before timing, value and p are compared with
/// counts in hash maps of lists.
///
/// Command: `bench/run jmh TransferEntropyBenchmark -bm sample -wi 2 -i 3`
///
/// Last result: ms, the fastest call and the median of the calls. Two shared cores (AMD EPYC), JDK
/// 25, commit 2a2f566, load 2 to 5; "by cell" is the commit before it, in the same run.
///
/// | | k = 2 | 4 | 6 | 8 | 12 |
/// |---|---|---|---|---|---|
/// | permutation | 8.7, 8.9 | 9.4, 14.7 | 9.3, 9.8 | 8.6, 10.1 | 4.9, 6.5 |
/// | by cell | 13.6, 14.6 | 12.9, 14.7 | 10.4, 10.7 | 8.4, 10.0 | 4.9, 6.5 |
/// | within hours | | | 8.6, 9.6 | | |
/// | by cell | | | 9.1, 10.8 | | |
/// | circular shift | | | 7.5, 7.8 | | |
/// | before | | | 7.4, 7.6 | | |
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TransferEntropyBenchmark {
  private static final int ROWS = 2287;
  private static final int SURROGATES = 1000;

  /// Length k = l of both histories.
  @Param({"2", "4", "6", "8", "12"})
  public int history;

  private final int[] activity = sticky(new Random(1), 5, 0.6);
  private final int[] sitting = sticky(new Random(2), 2, 0.95);
  private final Symbols a = Symbols.of(activity, 5);
  private final Symbols s = Symbols.of(sitting, 2);
  private final Segments whole = Segments.whole(ROWS);
  private final int[] hours = IntStream.range(0, ROWS).map(i -> i / 60 % 6).toArray();

  private static int[] sticky(Random random, int alphabet, double stay) {
    int[] x = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double u = random.nextDouble();
      int jump = (int) (alphabet * u * u);
      x[i] = i > 0 && random.nextDouble() < stay ? x[i - 1] : jump;
    }
    return x;
  }

  /// Compares both directions with plain counting.
  @Setup
  public void check() {
    int[] nothing = new int[ROWS];
    new PlainCheck(activity, sitting, nothing, history).of(transfer(a, s));
    new PlainCheck(sitting, activity, nothing, history).of(transfer(s, a));
    new PlainCheck(activity, sitting, hours, history).of(conditional(a, s));
    new PlainCheck(sitting, activity, hours, history).of(conditional(s, a));
  }

  private Samples transfer(Symbols source, Symbols target) {
    return Samples.transfer(source, target, new Embedding(history, history, 1), whole);
  }

  /// Both directions, free permutations.
  ///
  /// @return the sum of the p-values
  @Benchmark
  public double permutation() {
    return bothDirections(Surrogates.Permutation.free());
  }

  /// Both directions, circular shifts.
  ///
  /// @return the sum of the p-values
  @Benchmark
  public double circularShift() {
    return bothDirections(new Surrogates.CircularShift());
  }

  /// Both directions, the hour of the day as condition, free permutations.
  ///
  /// @return the sum of the p-values
  @Benchmark
  public double conditionalPermutation() {
    Surrogates free = Surrogates.Permutation.free();
    return p(conditional(a, s), free) + p(conditional(s, a), free);
  }

  /// Both directions, the hour of the day as condition, permutations within it.
  ///
  /// @return the sum of the p-values
  @Benchmark
  public double permutationWithinHours() {
    Surrogates within = Surrogates.Permutation.within(hours);
    return p(conditional(a, s), within) + p(conditional(s, a), within);
  }

  private Samples conditional(Symbols source, Symbols target) {
    return Samples.conditionalTransfer(
        source,
        target,
        List.of(new Condition(Symbols.of(hours, 6), 1, 0)),
        new Embedding(history, history, 1),
        whole);
  }

  private double bothDirections(Surrogates surrogates) {
    return p(transfer(a, s), surrogates) + p(transfer(s, a), surrogates);
  }

  private static double p(Samples samples, Surrogates surrogates) {
    return SurrogateTest.run(samples, surrogates, SURROGATES, 42).pValue();
  }
}
