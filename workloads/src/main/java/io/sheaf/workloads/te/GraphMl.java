package io.sheaf.workloads.te;

import io.sheaf.engine.plan.Row;
import java.util.List;

/// A network as GraphML, which other programs draw and measure.
///
/// @see <a href="http://graphml.graphdrawing.org/">the format</a>
final class GraphMl {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="name" for="node" attr.name="name" attr.type="string"/>
        <key id="lag" for="edge" attr.name="lag" attr.type="int"/>
        <key id="nats" for="edge" attr.name="nats" attr.type="double"/>
        <key id="p" for="edge" attr.name="p" attr.type="double"/>
        <key id="q" for="edge" attr.name="q" attr.type="double"/>
        <graph edgedefault="directed">
      """;
  private static final String TAIL =
      """
        </graph>
      </graphml>
      """;

  private GraphMl() {}

  /// @param edges rows of the table of edges, between these names
  static String of(List<String> names, List<Row> edges) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < names.size(); i++) {
      text.append(
          """
              <node id="n%s"><data key="name">%s</data></node>
          """
              .formatted(String.valueOf(i), escaped(names.get(i))));
    }
    for (Row edge : edges) {
      StringBuilder data = new StringBuilder();
      for (String column : List.of("lag", "nats", "p", "q")) {
        Object value = edge.cells().get(NetworkTables.EDGES.index(column));
        if (value != null) {
          data.append("<data key=\"%s\">%s</data>".formatted(column, value));
        }
      }
      int source = names.indexOf(edge.text(NetworkTables.EDGES.index("source")));
      int target = names.indexOf(edge.text(NetworkTables.EDGES.index("target")));
      text.append(
          """
              <edge source="n%s" target="n%s">%s</edge>
          """
              .formatted(String.valueOf(source), String.valueOf(target), data));
    }
    return text.append(TAIL).toString();
  }

  /// Text between tags or quotes; what XML cannot hold becomes a question mark.
  static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]|\\p{Cs}", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
