package io.sheaf.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Emphasis;
import io.sheaf.engine.chapter.Figure.Fragment;
import io.sheaf.engine.chapter.Figure.Lane;
import io.sheaf.engine.chapter.Figure.Passage;
import io.sheaf.engine.chapter.Figure.Point;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.engine.chapter.Figure.Series;
import io.sheaf.engine.chapter.Figure.Span;
import io.sheaf.engine.observe.Json;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {
  private static final String HOSTILE = "\"><script>alert(1)</script>\u001b[31m\u202e";
  private static final Caption CAPTION = new Caption(HOSTILE, HOSTILE);

  private static Document drawn(Figure figure) {
    return Jsoup.parse(Drawing.of(figure).markup());
  }

  /// Every kind, with everything that can be text hostile, and numbers that are none.
  static List<Figure> hostile() {
    List<Series> series =
        List.of(new Series(HOSTILE, List.of(1.0, 2.0)), new Series("b", List.of(0.0, 0.0)));
    List<Points> points =
        List.of(new Points(HOSTILE, List.of(new Point(1, 2, HOSTILE), new Point(1, 2, ""))));
    return List.of(
        new Figure.Histogram(CAPTION, HOSTILE, 0, 1, series),
        new Figure.Bars(CAPTION, HOSTILE, List.of(HOSTILE, "b"), series),
        new Figure.Scatter(CAPTION, HOSTILE, HOSTILE, true, points),
        new Figure.Lines(CAPTION, HOSTILE, HOSTILE, points),
        new Figure.Timeline(
            CAPTION,
            HOSTILE,
            0,
            List.of(new Lane(HOSTILE, List.of(new Span(0, 0, HOSTILE, 0.5, HOSTILE))))),
        new Figure.Matrix(
            CAPTION,
            HOSTILE,
            List.of(HOSTILE, "b"),
            List.of(HOSTILE),
            List.of(List.of(1.0, Double.NaN))),
        new Figure.Grids(CAPTION, List.of(new Figure.Grid(HOSTILE, List.of("0<9", HOSTILE)))),
        new Figure.Passages(
            CAPTION, List.of(new Passage(HOSTILE, List.of(new Fragment(HOSTILE, Emphasis.ADDED))))),
        new Figure.Listing(
            CAPTION, List.of(HOSTILE, "n"), List.of(Arrays.asList(HOSTILE, Double.NaN))));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void showsTextAsText(Figure figure) {
    String markup = Drawing.of(figure).markup();
    assertThat(markup).doesNotContain("<script", "\u001b", "\u202e", "NaN", "Infinity");
    Document page = drawn(figure);
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("figcaption strong").text())
        .startsWith("\"><script>alert(1)</script>^[");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isTheSameForPrograms(Figure figure) {
    String json = Json.value(FigureJson.of(figure));
    assertThat(json)
        .startsWith("{\"kind\":\"" + FigureJson.kind(figure) + "\"")
        .doesNotContain("NaN", "Infinity", "\u001b");
  }

  @ParameterizedTest
  @MethodSource("empty")
  void drawsNothingOfNothing(Figure figure) {
    assertThat(Drawing.of(figure).markup()).startsWith("<figure").doesNotContain("NaN", "Infinity");
  }

  static List<Figure> empty() {
    Caption caption = Caption.of("empty");
    return List.of(
        new Figure.Histogram(caption, "x", 0, 1, List.of()),
        new Figure.Bars(caption, "x", List.of(), List.of()),
        new Figure.Scatter(caption, "x", "y", true, List.of()),
        new Figure.Lines(caption, "x", "y", List.of(new Points("", List.of()))),
        new Figure.Timeline(caption, "x", 0, List.of()),
        new Figure.Matrix(caption, "x", List.of(), List.of(), List.of()),
        new Figure.Grids(caption, List.of(new Figure.Grid("", List.of()))),
        new Figure.Passages(caption, List.of()),
        new Figure.Listing(caption, List.of("a"), List.of()));
  }

  @Test
  void stacksTheBarsOfAHistogram() {
    Document page =
        drawn(
            new Figure.Histogram(
                Caption.of("h"),
                "x",
                0,
                2,
                List.of(new Series("a", List.of(3.0, 0.0)), new Series("b", List.of(1.0, 2.0)))));
    List<Element> bars = page.select("svg.plot rect");
    assertThat(bars).hasSize(3);
    double below = Double.parseDouble(bars.get(0).attr("height"));
    double above = Double.parseDouble(bars.get(1).attr("height"));
    assertThat(above / below).isBetween(0.32, 0.345);
    assertThat(Double.parseDouble(bars.get(1).attr("y")) + above)
        .isBetween(
            Double.parseDouble(bars.get(0).attr("y")) - 0.11,
            Double.parseDouble(bars.get(0).attr("y")) + 0.11);
    assertThat(page.select("details tbody tr").eachText())
        .containsExactly("0 to 1 3 1", "1 to 2 0 2");
  }

  @Test
  void drawsACellForEachDigit() {
    Document page =
        drawn(
            new Figure.Grids(
                Caption.of("g"), List.of(new Figure.Grid("truth", List.of("012", "345")))));
    assertThat(page.select("svg.grid rect").eachAttr("class"))
        .containsExactly("c0", "c1", "c2", "c3", "c4", "c5");
    assertThat(page.select("svg.grid").attr("aria-label")).isEqualTo("truth: 3 by 2, rows 012 345");
  }

  @Test
  void coloursACellByItsShareOfTheGreatest() {
    Document page =
        drawn(
            new Figure.Matrix(
                Caption.of("m"),
                "nats",
                List.of("a", "b"),
                List.of("a", "b"),
                List.of(List.of(Double.NaN, 0.5), List.of(0.25, 0.0))));
    assertThat(page.select("svg.plot rect title").eachText())
        .containsExactly("b → a: 0.5", "a → b: 0.25");
    List<Element> cells = page.select("svg.plot rect");
    assertThat(cells.get(0).attr("fill-opacity")).isEqualTo("1.00");
    assertThat(Double.parseDouble(cells.get(1).attr("fill-opacity"))).isBetween(0.5, 0.6);
    assertThat(Double.parseDouble(cells.get(0).attr("x")))
        .isGreaterThan(Double.parseDouble(cells.get(1).attr("x")));
    assertThat(page.select("details tbody tr").eachText()).containsExactly("a 0.5", "b 0.25 0");
  }

  @Test
  void tellsWhatWasTakenOutFromWhatWasPutIn() {
    Document page =
        drawn(
            new Figure.Passages(
                Caption.of("p"),
                List.of(
                    new Passage(
                        "t",
                        List.of(
                            new Fragment("I ", Emphasis.NONE),
                            new Fragment("feel ", Emphasis.SUBJECT),
                            new Fragment("sad", Emphasis.REMOVED),
                            new Fragment("sda", Emphasis.ADDED))))));
    assertThat(page.select("del").text()).isEqualTo("sad");
    assertThat(page.select("ins").text()).isEqualTo("sda");
    assertThat(page.select("mark").text()).isEqualTo("feel");
  }
}
