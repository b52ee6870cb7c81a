package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// References: numpy 2.4.6, numpy.percentile(x, numpy.linspace(0, 100, 6)), equal to the last bit.
class DiscretizerTest {
  private static int[] values(Symbols symbols) {
    return IntStream.range(0, symbols.length()).map(symbols::at).toArray();
  }

  @Test
  void edgesAreInterpolatedPercentiles() {
    double[] x = {
      0.001, 0.299, -0.274, -0.891, -0.455, -0.992, 0.06, 1.34, -0.492, -0.62, 0.49, 0.357, 0.105,
      -0.93, -0.029, 0.695, -1.344
    };
    Discretizer quantiles = Discretizer.quantiles(x, 5);
    assertThat(quantiles.edges())
        .containsExactly(
            -1.344, -0.8368, -0.38259999999999994, 0.036399999999999974, 0.34540000000000004, 1.34);
    assertThat(quantiles.symbols(new double[] {-9, -0.8368, -0.83681, 0.1, 1.34, 9}).alphabet())
        .isEqualTo(5);
    assertThat(values(quantiles.symbols(new double[] {-9, -0.8368, -0.83681, 0.1, 1.34, 9})))
        .containsExactly(0, 1, 0, 3, 4, 4);
  }

  /// Percentiles 1, 2, 3, 5, 5, 9: the second 5 is dropped. Values at an inner edge go up.
  @Test
  void tiedEdgesAreDropped() {
    double[] x = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
    Discretizer quantiles = Discretizer.quantiles(x, 5);
    assertThat(quantiles.edges()).containsExactly(1, 2, 3, 5, 9);
    assertThat(quantiles.bins()).isEqualTo(4);
    assertThat(values(quantiles.symbols(x))).containsExactly(2, 0, 2, 0, 3, 3, 1, 3, 3, 2, 3);
  }

  /// Percentiles 0, 0, 0, 0, 1, 7.
  @Test
  void heavyTiesLeaveFewBins() {
    double[] x = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 7};
    Discretizer quantiles = Discretizer.quantiles(x, 5);
    assertThat(quantiles.edges()).containsExactly(0, 1, 7);
    assertThat(values(quantiles.symbols(x)))
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
  }

  /// Each edge is compared with the percentile before it, kept or not: 0, 8e-9, 1.6e-8 are all
  /// closer than 1e-8 to their predecessor.
  @Test
  void edgesCloserThanOneInAHundredMillionAreDropped() {
    assertThat(Discretizer.quantiles(new double[] {0, 8e-9, 1.6e-8, 1}, 3).edges())
        .containsExactly(0, 1);
    assertThat(Discretizer.quantiles(new double[] {0, 1.1e-8, 1}, 2).edges())
        .containsExactly(0, 1.1e-8, 1);
  }

  @Test
  void aConstantHasOneBin() {
    double[] x = {4, 4, 4};
    assertThat(Discretizer.quantiles(x, 5).bins()).isEqualTo(1);
    assertThat(values(Discretizer.quantiles(x, 5).symbols(x))).containsExactly(0, 0, 0);
    assertThat(Discretizer.equalWidth(x, 5).bins()).isEqualTo(1);
  }

  @Test
  void equalWidthSplitsTheRange() {
    Discretizer width = Discretizer.equalWidth(new double[] {10, 0, 1}, 4);
    assertThat(width.edges()).containsExactly(0, 2.5, 5, 7.5, 10);
    assertThat(values(width.symbols(new double[] {-1, 0, 2.5, 4.9, 7.5, 10, 11})))
        .containsExactly(0, 0, 1, 1, 3, 3, 3);
    assertThat(
            Discretizer.equalWidth(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 2).edges())
        .containsExactly(-Double.MAX_VALUE, 0, Double.MAX_VALUE);
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    assertThatThrownBy(() -> Discretizer.quantiles(new double[] {1}, 0))
        .hasMessage("bins = 0, expected bins >= 1");
    assertThatThrownBy(() -> Discretizer.quantiles(new double[0], 3))
        .hasMessage("0 values, expected at least 1");
    assertThatThrownBy(() -> Discretizer.equalWidth(new double[] {1, Double.NaN}, 3))
        .hasMessage("values[1] = NaN, expected a finite number");
    Discretizer width = Discretizer.equalWidth(new double[] {0, 1}, 2);
    assertThatThrownBy(() -> width.symbols(new double[] {Double.NaN}))
        .hasMessage("values[0] = NaN, expected a number");
  }
}
