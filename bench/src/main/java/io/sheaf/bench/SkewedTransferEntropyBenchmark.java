package io.sheaf.bench;

import io.sheaf.info.Embedding;
import io.sheaf.info.Samples;
import io.sheaf.info.Segments;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Symbols;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Question: how long do 1,000 permutations take where one source state is frequent, as in symbolic
/// transfer entropy from a label that seldom changes?
///
/// Data: 2,287 rows, alphabets of 6 and 6, k = l = 2; the source state (0, 0) has a share of 0.8,
/// the target is uniform, so that nothing is idle. Value and p are compared with plain counting
/// before timing.
///
/// Command: `bench/run jmh SkewedTransferEntropy -bm sample`
///
/// Last result: ms, the fastest call and the median of the calls: 2.3, 2.4; all drawn by cell, as
/// before commit 2a2f566, 9.9, 10.2 in the same run. Two shared cores (AMD EPYC), JDK 25, load 2.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SkewedTransferEntropyBenchmark {
  private static final int ROWS = 2287;

  private final int[] source = skewed(new Random(1));
  private final int[] target = new Random(2).ints(ROWS, 0, 6).toArray();
  private final Samples samples =
      Samples.transfer(
          Symbols.of(source, 6),
          Symbols.of(target, 6),
          new Embedding(2, 2, 1),
          Segments.whole(ROWS));

  /// The state (0, 0) has a share of 0.9 * 0.9.
  private static int[] skewed(Random random) {
    return IntStream.range(0, ROWS)
        .map(i -> random.nextInt(10) < 9 ? 0 : 1 + random.nextInt(5))
        .toArray();
  }

  /// Compares value and p with plain counting.
  @Setup
  public void check() {
    new PlainCheck(source, target, new int[source.length], 2).of(samples);
  }

  /// One direction, free permutations.
  ///
  /// @return the p-value
  @Benchmark
  public double permutation() {
    return SurrogateTest.run(samples, Surrogates.Permutation.free(), 1000, 42).pValue();
  }
}
