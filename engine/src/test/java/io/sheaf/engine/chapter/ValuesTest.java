package io.sheaf.engine.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final Caption CAPTION = Caption.of("values");

  @Test
  void countsEveryNumberOnce() {
    Values values = new Values("a", "b");
    for (int i = 0; i <= 300; i++) {
      values.add(i % 3 == 0 ? "b" : "a", i / 300.0);
    }
    values.add("a", Double.NaN);
    Figure.Histogram histogram = values.histogram(CAPTION, "x");
    assertThat(values.count()).isEqualTo(301);
    assertThat(histogram.low()).isZero();
    assertThat(histogram.high()).isOne();
    assertThat(histogram.series()).extracting(Figure.Series::name).containsExactly("a", "b");
    assertThat(sum(histogram.series().get(0))).isEqualTo(200);
    assertThat(sum(histogram.series().get(1))).isEqualTo(101);
    assertThat(histogram.series().get(0).values().getLast()).isEqualTo(7);
  }

  @Test
  void hasOneBinWhereAllAreTheSame() {
    Values values = new Values();
    values.add("", 5);
    values.add("", 5);
    Figure.Histogram histogram = values.histogram(CAPTION, "x");
    assertThat(histogram.series().getFirst().values()).containsExactly(2.0);
    assertThat(histogram.high()).isGreaterThan(5);
  }

  @Test
  void figuresCheckThemselves() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Figure.Histogram(CAPTION, "x", 1, 1, List.of()))
        .withMessage("bins from 1.0 to 1.0, expected low < high");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Figure.Bars(
                    CAPTION, "x", List.of("a"), List.of(new Figure.Series("", List.of(1.0, 2.0)))));
  }

  private static double sum(Figure.Series series) {
    return series.values().stream().mapToDouble(value -> value).sum();
  }
}
