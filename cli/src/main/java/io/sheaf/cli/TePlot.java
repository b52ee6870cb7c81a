package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.workloads.te.Answer;
import io.sheaf.workloads.te.LocalValues;
import io.sheaf.workloads.te.SeriesTable;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.Document;

/// Pictures of answers, as SVG or PNG by the ending of the file.
///
/// @param file where to
record TePlot(Path file) {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 480;
  private static final int MOST_POINTS = 4000;
  private static final Color BLUE = new Color(0x1f, 0x5f, 0xa8);
  private static final Color BAND = new Color(0xd8, 0xd8, 0xd8);
  private static final Color RED = new Color(0xc0, 0x39, 0x2b);

  static TePlot of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw new ConfigurationException(
          "--plot %s: expected a name in .svg or .png".formatted(file));
    }
    System.setProperty("java.awt.headless", "true");
    return new TePlot(file);
  }

  /// Value against delay, with the band of surrogates.
  void delays(Answer answer) throws IOException {
    double[] delays = answer.delays().stream().mapToDouble(Answer.Delay::delay).toArray();
    XYChart chart = chart(title(answer), "delay (rows)", "nats");
    double[] low = answer.delays().stream().mapToDouble(Answer.Delay::bandLow).toArray();
    double[] high = answer.delays().stream().mapToDouble(Answer.Delay::bandHigh).toArray();
    line(chart.addSeries("surrogates: mean + 1.645 deviations", delays, high), BAND.darker());
    line(chart.addSeries("surrogates: mean - 1.645 deviations", delays, low), BAND.darker());
    XYSeries value =
        chart.addSeries(
            "value", delays, answer.delays().stream().mapToDouble(Answer.Delay::value).toArray());
    value.setMarkerColor(BLUE);
    value.setMarker(SeriesMarkers.CIRCLE).setLineColor(BLUE);
    save(chart);
  }

  /// The series with local values beneath, both in standard units so that one axis serves.
  void series(Answer answer, SeriesTable table, LocalValues values) throws IOException {
    XYChart chart = chart(title(answer), "row", "local nats; above: series, standardised");
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
      line(chart.addSeries(name, rows, y), name.equals(names.getFirst()) ? BLUE : RED);
      lift += 6;
    }
    line(chart.addSeries("local", rows, local), Color.DARK_GRAY);
    save(chart);
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
    chart.getStyler().setRangeColors(new Color[] {Color.WHITE, BLUE});
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
    save(chart);
  }

  private static String title(Answer answer) {
    return "%s → %s: %s of %s"
        .formatted(
            String.join("+", answer.roles().source()),
            String.join("+", answer.roles().target()),
            answer.facts().get("measure"),
            answer.estimator());
  }

  private static XYChart chart(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotGridLinesColor(new Color(0xe8, 0xe8, 0xe8));
    return chart;
  }

  private static void line(XYSeries series, Color colour) {
    series.setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(new BasicStroke(1.2f));
  }

  private void save(Chart<?, ?> chart) throws IOException {
    String name = file.toString();
    if (name.toLowerCase(Locale.ROOT).endsWith(".png")) {
      BufferedImage image =
          new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      chart.paint(graphics, chart.getWidth(), chart.getHeight());
      graphics.dispose();
      ImageIO.write(image, "png", file.toFile());
      return;
    }
    Document document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument("http://www.w3.org/2000/svg", "svg", null);
    SVGGraphics2D graphics = new SVGGraphics2D(document);
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      graphics.stream(writer, true);
    }
  }
}
