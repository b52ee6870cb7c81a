package io.sheaf.workloads.te;

import io.sheaf.engine.plan.Row;
import java.util.List;
import java.util.Locale;

/// A network as an adjacency matrix in SVG: sources across, targets down, darker for more. Measures
/// no font, so that the bytes are the same everywhere. Confined to one thread.
final class AdjacencyPicture {
  private static final int CELL = 24;
  private static final int LETTER = 8;
  private static final int MARGIN = 12;
  private static final int TITLE = 28;
  private static final int LEAST_WIDTH = 460;

  private final List<String> names;
  private final int left;
  private final int top;
  private final StringBuilder text = new StringBuilder();

  private AdjacencyPicture(List<String> names) {
    this.names = names;
    int label = LETTER * names.stream().mapToInt(String::length).max().orElse(0);
    left = MARGIN + label + 6;
    top = TITLE + label + 6;
  }

  /// @param edges rows of the table of edges, between these names
  static String of(List<String> names, List<Row> edges) {
    AdjacencyPicture picture = new AdjacencyPicture(names);
    double most = edges.stream().mapToDouble(AdjacencyPicture::nats).max().orElse(0);
    picture.begin(most);
    for (int i = 0; i < names.size(); i++) {
      picture.name(i);
    }
    edges.forEach(edge -> picture.edge(edge, most));
    return picture.text.append("</svg>\n").toString();
  }

  private void begin(double most) {
    int side = CELL * names.size() + MARGIN;
    text.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" font-family="sans-serif" font-size="13">
            <rect width="%1$d" height="%2$d" fill="#ffffff"/>
            <text x="%3$d" y="18">from source (across) to target (down), darkest: %4$.3g nats</text>
            """,
            Math.max(LEAST_WIDTH, left + side),
            top + side,
            MARGIN,
            most));
  }

  /// A name on both axes, and the places of its row.
  private void name(int i) {
    int middle = i * CELL + CELL / 2 + 5;
    text.append(
        String.format(
            Locale.ROOT,
            """
            <text x="%1$d" y="%2$d" text-anchor="end">%5$s</text>
            <text transform="translate(%3$d,%4$d) rotate(-90)">%5$s</text>
            """,
            left - 6,
            top + middle,
            left + middle,
            top - 6,
            GraphMl.escaped(names.get(i))));
    for (int j = 0; j < names.size(); j++) {
      text.append(
          String.format(
              Locale.ROOT,
              """
              <rect x="%1$d" y="%2$d" width="%3$d" height="%3$d" fill="%4$s" stroke="#d8d8d8"/>
              """,
              left + j * CELL,
              top + i * CELL,
              CELL,
              i == j ? "#eeeeee" : "none"));
    }
  }

  private void edge(Row edge, double most) {
    String source = edge.text(NetworkTables.EDGES.index("source"));
    String target = edge.text(NetworkTables.EDGES.index("target"));
    text.append(
        String.format(
            Locale.ROOT,
            """
            <rect x="%1$d" y="%2$d" width="%3$d" height="%3$d" fill="#1f5fa8" fill-opacity="%4$.2f"><title>%5$s → %6$s: %7$s nats</title></rect>
            """,
            left + names.indexOf(source) * CELL + 1,
            top + names.indexOf(target) * CELL + 1,
            CELL - 2,
            0.15 + 0.85 * Math.max(0, nats(edge)) / Math.max(most, Double.MIN_NORMAL),
            GraphMl.escaped(source),
            GraphMl.escaped(target),
            nats(edge)));
  }

  private static double nats(Row edge) {
    double nats = edge.number(NetworkTables.EDGES.index("nats"));
    return Double.isNaN(nats) ? 0 : nats;
  }
}
