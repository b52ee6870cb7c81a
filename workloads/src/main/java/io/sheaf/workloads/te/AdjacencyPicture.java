package io.sheaf.workloads.te;

import io.sheaf.engine.plan.Row;
import java.util.List;
import java.util.Locale;

/// A network as an adjacency matrix in SVG: sources across, targets down, darker for more. Measures
/// no font, so that the bytes are the same everywhere.
final class AdjacencyPicture {
  private static final int CELL = 24;
  private static final int LETTER = 8;
  private static final int MARGIN = 12;
  private static final int TITLE = 28;
  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" font-family="sans-serif" font-size="13">
      <rect width="%1$d" height="%2$d" fill="#ffffff"/>
      <text x="12" y="18">from source (across) to target (down), darkest: %3$.3g nats</text>
      """;
  private static final String NAMES =
      """
      <text x="%1$d" y="%2$d" text-anchor="end">%5$s</text>
      <text transform="translate(%3$d,%4$d) rotate(-90)">%5$s</text>
      """;
  private static final String PLACE =
      """
      <rect x="%1$d" y="%2$d" width="%3$d" height="%3$d" fill="%4$s" stroke="#d8d8d8"/>
      """;
  private static final String EDGE =
      """
      <rect x="%1$d" y="%2$d" width="%3$d" height="%3$d" fill="#1f5fa8" fill-opacity="%4$.2f"><title>%5$s</title></rect>
      """;

  private AdjacencyPicture() {}

  /// @param edges rows of the table of edges, between these names
  static String of(List<String> names, List<Row> edges) {
    int label = LETTER * names.stream().mapToInt(String::length).max().orElse(0);
    int left = MARGIN + label + 6;
    int top = TITLE + label + 6;
    int side = CELL * names.size();
    double most = edges.stream().mapToDouble(AdjacencyPicture::nats).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(text(HEAD, Math.max(460, left + side + MARGIN), top + side + MARGIN, most));
    for (int i = 0; i < names.size(); i++) {
      int middle = i * CELL + CELL / 2 + 5;
      String name = GraphMl.escaped(names.get(i));
      text.append(text(NAMES, left - 6, top + middle, left + middle, top - 6, name));
      for (int j = 0; j < names.size(); j++) {
        String fill = i == j ? "#eeeeee" : "none";
        text.append(text(PLACE, left + j * CELL, top + i * CELL, CELL, fill));
      }
    }
    for (Row edge : edges) {
      String source = edge.text(NetworkTables.EDGES.index("source"));
      String target = edge.text(NetworkTables.EDGES.index("target"));
      text.append(
          text(
              EDGE,
              left + names.indexOf(source) * CELL + 1,
              top + names.indexOf(target) * CELL + 1,
              CELL - 2,
              0.15 + 0.85 * Math.max(0, nats(edge)) / Math.max(most, Double.MIN_NORMAL),
              GraphMl.escaped("%s → %s: %s nats".formatted(source, target, nats(edge)))));
    }
    return text.append("</svg>\n").toString();
  }

  private static double nats(Row edge) {
    double nats = edge.number(NetworkTables.EDGES.index("nats"));
    return Double.isNaN(nats) ? 0 : nats;
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
