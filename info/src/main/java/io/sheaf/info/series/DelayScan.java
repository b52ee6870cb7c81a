package io.sheaf.info.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One information at several delays, with p-values that allow for having looked at all of them.
///
/// All delays are estimated on the same target rows, and the i-th surrogate is the same
/// rearrangement of the source for every delay. A delay is compared with the greatest surrogate
/// over all delays, so that the chance of any false finding is kept (Westfall and Young's single
/// step). Costs one estimate and one for each surrogate, at every delay.
///
/// A circular shift by less than the greatest delay would lay one delay over another: ask for more
/// ([Null.CircularShift]).
///
/// @param delays what is known of each delay, in the order asked for
/// @param bestPValue p of the greatest value over all delays
/// @see <a href="https://doi.org/10.1002/hbm.1058">Nichols, Holmes 2002 (maximum statistic)</a>
public record DelayScan(List<Delay> delays, double bestPValue) {
  /// One delay.
  ///
  /// @param delay rows from the source to the target
  /// @param test the comparison with surrogates of this delay alone
  /// @param correctedPValue p corrected for the maximum over all delays
  public record Delay(int delay, NullTest test, double correctedPValue) {}

  /// Copies the list.
  public DelayScan {
    delays = List.copyOf(delays);
  }

  /// The delay of the greatest value, the first of equals.
  ///
  /// @return the delay
  public Delay best() {
    Delay best = delays.getFirst();
    for (Delay delay : delays) {
      best = delay.test().valueNats() > best.test().valueNats() ? delay : best;
    }
    return best;
  }

  /// How to compare: estimator, null and number of surrogates.
  ///
  /// @param estimator of the information
  /// @param how to make surrogates
  /// @param count how many; drawing does not end early, `enough` is ignored
  public record Comparison(Estimator estimator, Null how, SurrogateCount count) {}

  /// Scans delays.
  ///
  /// @param scan the observations of each delay, on the same target rows, in the order of delays
  /// @param delays their delays
  /// @param comparison how to compare
  /// @return the scan
  /// @throws IllegalArgumentException if there is no delay, or rows differ between delays
  public static DelayScan of(List<Observations> scan, List<Integer> delays, Comparison comparison) {
    if (scan.isEmpty() || scan.size() != delays.size()) {
      throw new IllegalArgumentException(
          "%d observations for %d delays, expected one each, at least 1"
              .formatted(scan.size(), delays.size()));
    }
    if (!scan.stream().allMatch(o -> Arrays.equals(o.times(), scan.getFirst().times()))) {
      throw new IllegalArgumentException("target rows differ between delays, expected equal rows");
    }
    double[][] drawn = scan.stream().map(o -> drawn(o, comparison)).toArray(double[][]::new);
    double[] greatest = new double[comparison.count().most()];
    Arrays.setAll(
        greatest, i -> Arrays.stream(drawn).mapToDouble(one -> one[i]).max().orElseThrow());
    List<Delay> all =
        IntStream.range(0, scan.size())
            .mapToObj(
                d -> {
                  double value = comparison.estimator().nats(scan.get(d));
                  return new Delay(
                      delays.get(d),
                      NullTest.of(value, drawn[d], 0),
                      NullTest.of(value, greatest, 0).pValue());
                })
            .toList();
    return new DelayScan(
        all, all.stream().mapToDouble(Delay::correctedPValue).min().orElse(Double.NaN));
  }

  /// The values of all surrogates, by number.
  static double[] drawn(Observations o, Comparison comparison) {
    SurrogateCount count = comparison.count();
    SourceInformation information = SourceInformation.of(o, comparison.estimator());
    SourceSurrogates surrogates = new SourceSurrogates(o, comparison.how(), count.seed());
    double[] drawn = new double[count.most()];
    count
        .workers()
        .forAll(
            drawn.length,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                drawn[i] = information.nats(surrogates.columns(i));
              }
            });
    return drawn;
  }
}
