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
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
/// Command: `bench/run jmh 'NearestNeighbours|MillionRows'`
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

  static Variable[] pair(int n) {
    Random random = new Random(1);
    double[] x = new double[n];
    double[] y = new double[n];
    for (int t = 1; t < n; t++) {
      x[t] = 0.6 * x[t - 1] + random.nextGaussian();
      y[t] = 0.5 * y[t - 1] + 0.3 * x[t - 1] + random.nextGaussian();
    }
    return new Variable[] {Variable.of(x).standardised(), Variable.of(y).standardised()};
  }

  static Observations transfer(Variable... pair) {
    return Observations.transfer(pair[0], pair[1], TransferHistories.of(1, 1, 1), Rows.of(pair[0]));
  }

  /// Compares values with plain comparing of all with all, and surrogates with plain shuffling.
  @Setup
  public void check() {
    new PlainNearest(few[0], few[1], 4).of(alone, transfer(few));
    new PlainNearest(many[0], many[1], 4).of(alone, transfer(many));
    checkSurrogates();
  }

  /// The means of 1,000 and of 300 surrogates agree within four standard errors.
  private void checkSurrogates() {
    Random random = new Random(4);
    int n = few[0].rows() - 1;
    Variable next = rows(few[1], IntStream.rangeClosed(1, n).boxed().toList());
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Variable past = rows(few[1], order);
    DoubleSummaryStatistics plain = new DoubleSummaryStatistics();
    for (int i = 0; i < 300; i++) {
      Collections.shuffle(order, random);
      plain.accept(alone.nats(Observations.pairs(next, rows(few[0], order), past)));
    }
    NullTest test = surrogates();
    double off = Math.abs(test.meanNats() - plain.getAverage());
    if (off > 4 * test.standardDeviationNats() * Math.sqrt(1 / 300.0 + 1 / 1000.0)) {
      throw new IllegalStateException("mean of surrogates off by " + off);
    }
  }

  private static Variable rows(Variable of, List<Integer> rows) {
    return Variable.of(rows.stream().mapToDouble(row -> of.at(row, 0)).toArray());
  }

  private NullTest surrogates() {
    SurrogateCount count = new SurrogateCount(1000, 0, 42, new Workers(pool, 2));
    return NullTest.run(transfer(few), alone, new Null.Permutation(), count);
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
    return surrogates().pValue();
  }
}
