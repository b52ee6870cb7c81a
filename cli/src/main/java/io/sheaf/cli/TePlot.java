package io.sheaf.cli;

import io.sheaf.workloads.te.Answer;
import io.sheaf.workloads.te.LocalValues;
import io.sheaf.workloads.te.SeriesTable;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Pictures of answers.
record TePlot(Picture picture) {
  private static final int MOST_POINTS = 4000;
  private static final Color BAND = new Color(0xd8, 0xd8, 0xd8);

  /// Value against delay, with the band of surrogates.
  void delays(Answer answer) throws IOException {
    double[] delays = answer.delays().stream().mapToDouble(Answer.Delay::delay).toArray();
    XYChart chart = Picture.chart(title(answer), "delay (rows)", "nats");
    if (answer.surrogates() > 0) {
      band(chart, delays, answer);
    }
    XYSeries value =
        chart.addSeries(
            "value", delays, answer.delays().stream().mapToDouble(Answer.Delay::value).toArray());
    value.setMarkerColor(Picture.BLUE);
    value.setMarker(SeriesMarkers.CIRCLE).setLineColor(Picture.BLUE);
    picture.save(chart);
  }

  private static void band(XYChart chart, double[] delays, Answer answer) {
    double[] low = answer.delays().stream().mapToDouble(Answer.Delay::bandLow).toArray();
    double[] high = answer.delays().stream().mapToDouble(Answer.Delay::bandHigh).toArray();
    line(chart.addSeries("surrogates: mean + 1.645 deviations", delays, high), BAND.darker());
    line(chart.addSeries("surrogates: mean - 1.645 deviations", delays, low), BAND.darker());
  }

  /// The series with local values beneath, both in standard units so that one axis serves.
  void series(Answer answer, SeriesTable table, LocalValues values) throws IOException {
    XYChart chart = Picture.chart(title(answer), "row", "local nats; above: series, standardised");
    int step = Math.max(1, values.size() / MOST_POINTS);
    int[] shown = IntStream.range(0, values.size()).filter(i -> i % step == 0).toArray();
    double[] rows = Arrays.stream(shown).mapToDouble(values::row).toArray();
    double[] local = Arrays.stream(shown).mapToDouble(values::nats).toArray();
    double lift = Arrays.stream(local).max().orElse(0) + 4;
    List<String> names =
        Stream.of(answer.roles().source().getFirst(), answer.roles().target().getFirst())
            .distinct()
            .toList();
    for (String name : names) {
      double[] column = table.columns().get(table.names().indexOf(name));
      double mean = Arrays.stream(column).average().orElse(0);
      double deviation =
          Math.sqrt(Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElse(1));
      double base = lift;
      double[] y =
          Arrays.stream(shown)
              .mapToDouble(
                  i -> base + (column[values.row(i)] - mean) / (deviation > 0 ? deviation : 1))
              .toArray();
      line(
          chart.addSeries(name, rows, y),
          name.equals(names.getFirst()) ? Picture.BLUE : Picture.RED);
      lift += 6;
    }
    line(chart.addSeries("local", rows, local), Color.DARK_GRAY);
    picture.save(chart);
  }

  /// Who informs whom: columns to rows, darker for more; what is not found is left white.
  void adjacency(List<Answer> all) throws IOException {
    List<String> names =
        all.stream().map(one -> one.roles().source().getFirst()).distinct().toList();
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(Math.max(480, 60 * names.size() + 200))
            .height(Math.max(420, 60 * names.size() + 140))
            .title("nats where q (or p) is at most 0.05: source (across) to target (up)")
            .xAxisTitle("source")
            .yAxisTitle("target")
            .build();
    chart.getStyler().setRangeColors(new Color[] {Color.WHITE, Picture.BLUE});
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    List<Number[]> cells =
        all.stream()
            .map(
                one ->
                    new Number[] {
                      names.indexOf(one.roles().source().getFirst()),
                      names.indexOf(one.roles().target().getFirst()),
                      (Double.isNaN(one.q()) ? one.p() : one.q()) <= 0.05
                          ? Math.max(0, one.value())
                          : 0
                    })
            .toList();
    chart.addSeries("nats", names, names, cells);
    picture.save(chart);
  }

  private static String title(Answer answer) {
    return "%s → %s: %s of %s"
        .formatted(
            String.join("+", answer.roles().source()),
            String.join("+", answer.roles().target()),
            answer.facts().get("measure"),
            answer.estimator());
  }

  private static void line(XYSeries series, Color colour) {
    series.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(1.2f));
  }
}
