package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.w3c.dom.Document;

/// A picture of a chart, as SVG or PNG by the ending of the file.
///
/// @param file where to
record Picture(Path file) {
  static final Color BLUE = new Color(0x1f, 0x5f, 0xa8);
  static final Color RED = new Color(0xc0, 0x39, 0x2b);

  private static final int WIDTH = 900;
  private static final int HEIGHT = 480;

  static Picture of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw new ConfigurationException(
          "--plot %s: expected a name in .svg or .png".formatted(file));
    }
    System.setProperty("java.awt.headless", "true");
    return new Picture(file);
  }

  static XYChart chart(String title, String x, String y) {
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

  void save(Chart<?, ?> chart) throws IOException {
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
