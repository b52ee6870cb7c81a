package io.sheaf.bench;

import io.sheaf.info.series.KsgEstimator;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.Variable;
import io.sheaf.info.series.Workers;
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

/// Question: how long does a transfer entropy of 1,000,000 rows by nearest neighbours take, on two
/// threads with 4 GB of heap?
///
/// Data: as [NearestNeighboursBenchmark]. Before timing, local values are compared with plain
/// comparing of all with all.
///
/// Command: `bench/run jmh MillionRows`
///
/// Last result: bench/RESULTS.md
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class MillionRowsBenchmark {
  private final Variable[] pair = NearestNeighboursBenchmark.pair(1_000_000);
  private final Observations transfer = NearestNeighboursBenchmark.transfer(pair);
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final KsgEstimator estimator = new KsgEstimator(1, 4, 0, new Workers(pool, 2));

  /// Compares values with plain comparing of all with all.
  @Setup
  public void check() {
    new PlainNearest(pair[0], pair[1], 4).of(estimator, transfer);
  }

  /// Ends the threads.
  @TearDown(Level.Trial)
  public void end() {
    pool.shutdown();
  }

  /// Two threads.
  ///
  /// @return nats
  @Benchmark
  public double value1000000() {
    return estimator.nats(transfer);
  }
}
