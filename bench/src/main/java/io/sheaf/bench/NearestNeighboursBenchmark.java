package io.sheaf.bench;

import io.sheaf.info.series.KsgEstimator;
import io.sheaf.info.series.Null;
import io.sheaf.info.series.NullTest;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.Rows;
import io.sheaf.info.series.SurrogateCount;
import io.sheaf.info.series.TransferHistories;
import io.sheaf.info.series.Variable;
import io.sheaf.info.series.Workers;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Question: how long does a transfer entropy by nearest neighbours take (algorithm 1, K = 4, k = l
/// = 1), embedding included?
///
/// Data: an autoregressive pair, 0.6 and 0.5, coupled by 0.3 at lag 1.
///
/// Command: `bench/run jmh NearestNeighboursBenchmark`
///
/// Last result: bench/RESULTS.md
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class NearestNeighboursBenchmark {
  private final KsgEstimator alone = KsgEstimator.ofNeighbours(4);
  private final Variable[] few = pair(1200);
  private final Variable[] many = pair(34_000);
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  private static Variable[] pair(int n) {
    Random random = new Random(1);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int t = 1; t < n; t++) {
      x[t] = 0.6 * x[t - 1] + random.nextGaussian();
      y[t] = 0.5 * y[t - 1] + 0.3 * x[t - 1] + random.nextGaussian();
    }
    return new Variable[] {Variable.of(x).standardised(), Variable.of(y).standardised()};
  }

  private static Observations transfer(Variable... pair) {
    return Observations.transfer(pair[0], pair[1], TransferHistories.of(1, 1, 1), Rows.of(pair[0]));
  }

  /// Compares values with those first measured, which were checked by comparing all with all.
  @Setup
  public void check() {
    if (Math.abs(alone.nats(transfer(few)) - 0.050832588257593424) > 1e-12) {
      throw new IllegalStateException("wrong value: " + alone.nats(transfer(few)));
    }
  }

  /// Ends the threads.
  @TearDown(Level.Trial)
  public void end() {
    pool.shutdown();
  }

  /// 1,200 rows, one thread.
  ///
  /// @return nats
  @Benchmark
  public double value1200() {
    return alone.nats(transfer(few));
  }

  /// 34,000 rows, one thread.
  ///
  /// @return nats
  @Benchmark
  public double value34000() {
    return alone.nats(transfer(many));
  }

  /// 1,200 rows, 1,000 permutations, two threads.
  ///
  /// @return p
  @Benchmark
  public double surrogates1000() {
    SurrogateCount count = new SurrogateCount(1000, 0, 42, new Workers(pool, 2));
    return NullTest.run(transfer(few), alone, new Null.Permutation(), count).pValue();
  }
}
