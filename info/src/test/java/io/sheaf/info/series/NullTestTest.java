package io.sheaf.info.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.BiasCorrection;
import io.sheaf.info.Segments;
import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NullTestTest {
  private static final List<Null> NULLS =
      List.of(
          new Null.Permutation(), new Null.CircularShift(3), new Null.Blocks(7), new Null.Iaaft());

  private final Random random = Randoms.of(NullTestTest.class);

  private Observations transfer(double[] x, double[] y) {
    Variable source = Variable.of(x);
    return Observations.transfer(
        source, Variable.of(y), TransferHistories.of(1, 1, 1), Rows.of(source));
  }

  @Test
  void everyRearrangementIsAnOrderOfTheSamplesOfEachSegment() {
    Arrangements a = new Arrangements(new int[] {1, 30, 41});
    for (int i = 0; i < 300; i++) {
      Xoshiro256PlusPlus words = Xoshiro256PlusPlus.stream(random.nextLong(), i);
      int least = 1 + random.nextInt(20);
      int length = 1 + random.nextInt(20);
      CircularShifts shifts = new CircularShifts(new int[] {1, 30, 41}, least, i);
      for (int[] order : List.of(shifts.order(i, words), a.blocks(length, words))) {
        assertThat(order[0]).isZero();
        assertThat(Arrays.copyOfRange(order, 1, 30))
            .containsExactlyInAnyOrder(IntStream.range(1, 30).toArray());
        assertThat(Arrays.copyOfRange(order, 30, 41))
            .containsExactlyInAnyOrder(IntStream.range(30, 41).toArray());
      }
      assertThat(a.permuted(words)).containsExactlyInAnyOrder(IntStream.range(0, 41).toArray());
    }
  }

  @Test
  void shiftsAndBlocksKeepNeighbours() {
    Arrangements a = new Arrangements(new int[] {100});
    CircularShifts shifts = new CircularShifts(new int[] {100}, 20, 1);
    for (int i = 0; i < 200; i++) {
      Xoshiro256PlusPlus words = Xoshiro256PlusPlus.stream(random.nextLong(), i);
      int[] shifted = shifts.order(i % 61, words);
      assertThat(shifted[0]).isBetween(20, 80);
      assertThat(seams(shifted)).isEqualTo(1);
      assertThat(seams(a.blocks(10, words))).isLessThanOrEqualTo(10);
    }
  }

  /// Segments of 1, 5 and 4 samples: 1 · 4 · 3 shifts, then the observed order, then again.
  @Test
  void everyShiftComesOnceBeforeTheObservedOrder() {
    CircularShifts shifts = new CircularShifts(new int[] {1, 6, 10}, 1, random.nextLong());
    Xoshiro256PlusPlus words = Xoshiro256PlusPlus.stream(random.nextLong(), 0);
    List<List<Integer>> orders =
        IntStream.range(0, 26)
            .mapToObj(i -> Arrays.stream(shifts.order(i, words)).boxed().toList())
            .toList();
    List<Integer> observed = IntStream.range(0, 10).boxed().toList();
    assertThat(orders.subList(0, 12)).doesNotHaveDuplicates().doesNotContain(observed);
    assertThat(orders.get(12)).isEqualTo(observed);
    assertThat(orders.subList(13, 26)).isEqualTo(orders.subList(0, 13));
  }

  /// 12 samples, 8,000 runs, four standard errors above each level. Drawn with replacement, 9
  /// shifts gave p ≤ 0.1 in 0.148 of them, not in 0.1.
  @Test
  void fewShiftsKeepTheTypeOneError() {
    for (int surrogates : new int[] {9, 11, 99}) {
      int at01 = 0;
      int at05 = 0;
      int at10 = 0;
      for (int i = 0; i < 8000; i++) {
        Observations o =
            Observations.pairs(
                Randoms.normalVariable(random, 12, 1), Randoms.normalVariable(random, 12, 1));
        SurrogateCount count = SurrogateCount.fixed(surrogates, i);
        double p =
            NullTest.run(o, new GaussianEstimator(false), new Null.CircularShift(1), count)
                .pValue();
        at01 += p <= 0.01 ? 1 : 0;
        at05 += p <= 0.05 ? 1 : 0;
        at10 += p <= 0.1 ? 1 : 0;
      }
      System.out.println(surrogates + " shifts: " + at01 + ", " + at05 + ", " + at10 + " of 8,000");
      assertThat(at01 / 8000.0).isLessThan(0.0145);
      assertThat(at05 / 8000.0).isLessThan(0.0597);
      assertThat(at10 / 8000.0).isLessThan(0.1134);
    }
  }

  private static long seams(int[] order) {
    return IntStream.range(1, order.length).filter(i -> order[i] != order[i - 1] + 1).count();
  }

  /// Rounding of n sums.
  @Test
  void theFourierTransformIsItsDefinition() {
    for (int n = 1; n <= 40; n++) {
      double[] x = Randoms.normal(random, n);
      double[] real = x.clone();
      double[] imaginary = new double[n];
      FourierTransform transform = new FourierTransform(n);
      transform.forward(real, imaginary);
      for (int f = 0; f < n; f++) {
        double re = 0;
        double im = 0;
        for (int t = 0; t < n; t++) {
          re += x[t] * Math.cos(2 * Math.PI * f * t / n);
          im -= x[t] * Math.sin(2 * Math.PI * f * t / n);
        }
        assertThat(real[f]).isEqualTo(re, within(1e-11));
        assertThat(imaginary[f]).isEqualTo(im, within(1e-11));
      }
      transform.backward(real, imaginary);
      assertThat(real).containsExactly(x, within(1e-12));
    }
  }

  /// The lag-1 autocorrelation and the correlation of the two dimensions are kept to a few
  /// hundredths, the values exactly.
  @Test
  void iaaftKeepsValuesSpectrumAndCorrelation() {
    double[] x = Randoms.autoregressive(random, 1000, 0.9);
    double[] y = Randoms.driven(random, x, 0.2, 1, 0);
    Iaaft iaaft = new Iaaft(new double[][] {x, y});
    double[][] surrogate = iaaft.next(Xoshiro256PlusPlus.stream(random.nextLong(), 0));
    double[] a = surrogate[0].clone();
    double[] b = x.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    assertThat(a).isEqualTo(b);
    assertThat(surrogate[0]).isNotEqualTo(x);
    assertThat(lagged(surrogate[0], surrogate[0], 1)).isEqualTo(lagged(x, x, 1), within(0.03));
    assertThat(lagged(surrogate[0], surrogate[1], 0)).isEqualTo(lagged(x, y, 0), within(0.05));
  }

  private static double lagged(double[] x, double[] y, int lag) {
    double[] a = Moments.standardised(x);
    double[] b = Moments.standardised(y);
    return IntStream.range(lag, a.length).mapToDouble(t -> a[t] * b[t - lag]).sum() / a.length;
  }

  @Test
  void aSeedGivesTheSameForAnyNumberOfThreads() {
    double[] x = Randoms.autoregressive(random, 200, 0.5);
    Observations o = transfer(x, Randoms.driven(random, x, 0.3, 0.1, 1));
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      for (Null how : NULLS) {
        for (int enough : new int[] {0, 5}) {
          NullTest one =
              NullTest.run(
                  o,
                  KsgEstimator.ofNeighbours(4),
                  how,
                  new SurrogateCount(60, enough, 7, Workers.calling()));
          NullTest many =
              NullTest.run(
                  o,
                  KsgEstimator.ofNeighbours(4),
                  how,
                  new SurrogateCount(60, enough, 7, new Workers(pool, 4)));
          assertThat(many).as(how.describe()).isEqualTo(one);
        }
      }
    }
  }

  /// Of 4,000 sequential p-values of exchangeable values the share at most a is at most a; standard
  /// errors 0.0034 and 0.0016. It is not far below either.
  @Test
  void sequentialStoppingKeepsTheTypeOneError() {
    int at05 = 0;
    int at01 = 0;
    long drawn = 0;
    for (int i = 0; i < 4000; i++) {
      double[] values = Randoms.normal(random, 1000);
      NullTest test = NullTest.of(values[0], Arrays.copyOfRange(values, 1, 1000), 10);
      at05 += test.pValue() <= 0.05 ? 1 : 0;
      at01 += test.pValue() <= 0.01 ? 1 : 0;
      drawn += test.surrogates();
    }
    assertThat(at05 / 4000.0).isBetween(0.036, 0.064);
    assertThat(at01 / 4000.0).isBetween(0.004, 0.017);
    assertThat(drawn / 4000.0).isLessThan(100);
  }

  @Test
  void stoppingEarlyGivesEnoughOverDrawn() {
    NullTest early = NullTest.of(0, new double[] {1, -1, -1, 2, -1, 5}, 2);
    assertThat(early.pValue()).isEqualTo(0.5);
    assertThat(early.surrogates()).isEqualTo(4);
    NullTest whole = NullTest.of(0, new double[] {1, -1, -1, -2}, 2);
    assertThat(whole.pValue()).isEqualTo(0.4);
  }

  /// Where the target is a function of the condition, no surrogate says less than the source.
  @Test
  void infiniteSurrogatesAreAsGreatAsAnInfiniteValue() {
    double infinite = Double.POSITIVE_INFINITY;
    NullTest test = NullTest.of(infinite, new double[] {infinite, 1, infinite}, 0);
    assertThat(test.atLeast()).isEqualTo(2);
    assertThat(test.pValue()).isEqualTo(0.75);
    assertThat(NullTest.of(infinite, new double[] {infinite, infinite}, 1).surrogates())
        .isEqualTo(1);
  }

  /// Mutual information of independent autoregressive series, 0.9: permutation rejects far too
  /// often, the others about as promised. 300 tests: standard error at 0.05 is 0.0126, four of
  /// them.
  @Test
  void autocorrelationInvalidatesPermutationOnly() {
    int[] rejected = new int[NULLS.size()];
    for (int i = 0; i < 200; i++) {
      Observations o =
          Observations.pairs(
              Variable.of(Randoms.autoregressive(random, 256, 0.9)),
              Variable.of(Randoms.autoregressive(random, 256, 0.9)));
      for (int j = 0; j < rejected.length; j++) {
        Null how = j == 2 ? new Null.Blocks(50) : NULLS.get(j);
        NullTest test =
            NullTest.run(o, new GaussianEstimator(false), how, SurrogateCount.fixed(19, i));
        rejected[j] += test.pValue() <= 0.05 ? 1 : 0;
      }
    }
    System.out.println("rejected of 200: " + Arrays.toString(rejected));
    assertThat(rejected[0] / 200.0).isGreaterThan(0.3);
    assertThat(rejected[1] / 200.0).isEqualTo(0.05, within(0.06));
    assertThat(rejected[2] / 200.0).isLessThan(0.2);
    assertThat(rejected[3] / 200.0).isEqualTo(0.05, within(0.06));
  }

  @Test
  void couplingIsFoundUnderEveryNull() {
    double[] x = Randoms.autoregressive(random, 300, 0.5);
    Observations o = transfer(x, Randoms.driven(random, x, 0.3, 0.8, 1));
    for (Null how : NULLS) {
      NullTest test =
          NullTest.run(o, KsgEstimator.ofNeighbours(4), how, SurrogateCount.fixed(99, 3));
      assertThat(test.pValue()).isEqualTo(0.01);
      assertThat(test.effectiveNats()).isPositive();
      assertThat(test.zScore()).isGreaterThan(3);
    }
  }

  @Test
  void discreteSurrogatesAreCountedQuicklyOrMade() {
    Variable x = Variable.of(random.ints(300, 0, 3).asDoubleStream().toArray());
    Variable y = Variable.of(random.ints(300, 0, 3).asDoubleStream().toArray());
    Observations o =
        Observations.transfer(
            x,
            y,
            TransferHistories.of(2, 1, 1),
            new Rows(Segments.of(300, new int[] {0, 150}, new int[] {140, 300}), 0));
    SurrogateCount count = SurrogateCount.fixed(400, 5);
    DiscreteEstimator plugIn = new DiscreteEstimator(BiasCorrection.NONE);
    NullTest quick = NullTest.run(o, plugIn, new Null.Permutation(), count);
    // An early end that never comes: surrogates are made one by one.
    SurrogateCount never = new SurrogateCount(400, 401, 5, Workers.calling());
    NullTest made = NullTest.run(o, plugIn, new Null.Permutation(), never);
    assertThat(quick.valueNats()).isEqualTo(made.valueNats(), within(1e-12));
    // Four standard errors of differences of means and of shares of 400.
    double error = quick.standardDeviationNats() * Math.sqrt(2 / 400.0);
    assertThat(quick.meanNats()).isEqualTo(made.meanNats(), within(4 * error));
    assertThat(quick.pValue()).isEqualTo(made.pValue(), within(4 * 0.5 * Math.sqrt(2 / 400.0)));
    assertThatThrownBy(
            () ->
                NullTest.run(
                    o, new DiscreteEstimator(BiasCorrection.NONE), new Null.Iaaft(), count))
        .hasMessageContaining("expected another null");
  }

  /// Pairs of fair bits and their sum modulo 2 are independent; all three carry ln 2 nats.
  @Test
  void multiInformationSeesWhatNoPairShows() {
    double[] a = random.ints(120, 0, 2).asDoubleStream().toArray();
    double[] b = random.ints(120, 0, 2).asDoubleStream().toArray();
    double[] both = IntStream.range(0, 120).mapToDouble(i -> (a[i] + b[i]) % 2).toArray();
    List<Variable> bits = List.of(Variable.of(a), Variable.of(b), Variable.of(both));
    DiscreteEstimator plugIn = new DiscreteEstimator(BiasCorrection.NONE);
    for (Null how : NULLS.subList(0, 3)) {
      NullTest test = NullTest.multiInformation(bits, plugIn, how, SurrogateCount.fixed(99, 3));
      assertThat(test.pValue()).as(how.describe()).isEqualTo(0.01);
      assertThat(test.valueNats()).isEqualTo(plugIn.multiInformationNats(bits));
      assertThat(test.effectiveNats()).isEqualTo(Math.log(2), within(0.05));
    }
    assertThatThrownBy(
            () ->
                NullTest.multiInformation(
                    bits, plugIn, new Null.Iaaft(), SurrogateCount.fixed(9, 1)))
        .hasMessageContaining("expected another null");
    assertThatThrownBy(
            () ->
                NullTest.multiInformation(
                    bits.subList(0, 1), plugIn, NULLS.getFirst(), SurrogateCount.fixed(9, 1)))
        .hasMessage("1 variables, expected at least 2");
  }

  /// Three independent variables, 1,000 runs of 19 surrogates: standard error 0.0069, four of them.
  /// Of autoregressive ones, 0.9, permutation finds something in most.
  @Test
  void multiInformationOfIndependentVariablesIsSeldomFound() {
    int[] found = new int[3];
    GaussianEstimator estimator = new GaussianEstimator(false);
    for (int i = 0; i < 1000; i++) {
      SurrogateCount count = SurrogateCount.fixed(19, i);
      List<Variable> white = threeWithMemory(0);
      List<Variable> remembering = threeWithMemory(0.9);
      NullTest[] tests = {
        NullTest.multiInformation(white, estimator, new Null.Permutation(), count),
        NullTest.multiInformation(remembering, estimator, new Null.CircularShift(1), count),
        NullTest.multiInformation(remembering, estimator, new Null.Permutation(), count)
      };
      for (int j = 0; j < found.length; j++) {
        found[j] += tests[j].pValue() <= 0.05 ? 1 : 0;
      }
    }
    assertThat(found[0] / 1000.0).isEqualTo(0.05, within(0.028));
    assertThat(found[1] / 1000.0).isEqualTo(0.05, within(0.028));
    assertThat(found[2] / 1000.0).isGreaterThan(0.5);
  }

  private List<Variable> threeWithMemory(double a) {
    return Stream.generate(() -> Variable.of(Randoms.autoregressive(random, 128, a)))
        .limit(3)
        .toList();
  }

  @Test
  void aSeedGivesTheSameMultiInformationForAnyNumberOfThreads() {
    List<Variable> three = threeWithMemory(0.5);
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      for (Null how : NULLS) {
        for (Estimator estimator :
            List.of(KsgEstimator.ofNeighbours(3), new GaussianEstimator(true))) {
          NullTest one =
              NullTest.multiInformation(three, estimator, how, SurrogateCount.fixed(30, 7));
          NullTest many =
              NullTest.multiInformation(
                  three, estimator, how, new SurrogateCount(30, 0, 7, new Workers(pool, 4)));
          assertThat(many).as(how.describe()).isEqualTo(one);
        }
      }
    }
  }

  /// The other thread ends its first piece only once the one that failed waits for it, or is gone.
  @Test
  void aFailureEndsTheOtherWorkersAndWaitsForThem() {
    Thread calling = Thread.currentThread();
    AtomicBoolean started = new AtomicBoolean();
    AtomicBoolean gone = new AtomicBoolean();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      assertThatThrownBy(
              () ->
                  new Workers(pool, 2)
                      .forAll(
                          100,
                          (from, to) -> {
                            if (Thread.currentThread().equals(calling)) {
                              while (!started.get()) {
                                Thread.onSpinWait();
                              }
                              throw new IllegalStateException(from + " to " + to);
                            }
                            started.set(true);
                            while (calling.getState() != Thread.State.WAITING && !gone.get()) {
                              Thread.onSpinWait();
                            }
                            done.incrementAndGet();
                          }))
          .isInstanceOf(IllegalStateException.class);
      gone.set(true);
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    assertThatThrownBy(() -> SurrogateCount.fixed(0, 1)).hasMessage("most = 0, expected most >= 1");
    assertThatThrownBy(() -> new Null.Blocks(0)).hasMessageContaining("length = 0");
    assertThatThrownBy(() -> new Null.CircularShift(0)).hasMessageContaining("least = 0");
    assertThatThrownBy(() -> new Workers(Runnable::run, 0)).hasMessageContaining("threads = 0");
  }
}
