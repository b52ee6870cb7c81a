package io.sheaf.workloads.te;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reports show of a network: who informs whom, each edge, what is known of each target, and
/// in a synthetic one what was planted.
final class NetworkChapter {
  private static final int MOST_NAMES = 60;
  private static final int MOST_ROWS = 500;

  private NetworkChapter() {}

  static List<Section> of(Settings settings, ResultTables tables) throws IOException {
    List<Row> targets = rows(tables, NetworkTables.TARGETS.name());
    List<Row> edges = rows(tables, NetworkTables.EDGES.name());
    if (targets.isEmpty()) {
      return List.of();
    }
    List<Figure> figures = new ArrayList<>();
    Adjacency adjacency = new Adjacency();
    targets.forEach(row -> adjacency.add(row.text(0)));
    edges.forEach(
        row ->
            adjacency.add(row.text(0), row.text(1), row.number(NetworkTables.EDGES.index("nats"))));
    if (adjacency.size() <= MOST_NAMES) {
      figures.add(
          adjacency.figure(
              new Caption("Who informs whom", "nats beyond all other sources and the past"),
              "nats"));
    }
    figures.add(
        listing(
            new Caption("Edges", words(edges.size(), "edges")),
            List.of("source", "target", "lag, rows", "nats", "p", "q"),
            edges));
    figures.add(
        listing(
            new Caption("Targets", words(targets.size(), "targets")),
            NetworkTables.TARGETS.columns().stream().map(one -> one.name()).toList(),
            targets));
    String found =
        "%,d edges into %,d series, at a false discovery rate of %s over targets."
            .formatted(edges.size(), targets.size(), settings.text("fdr"));
    List<Section> sections = new ArrayList<>(List.of(new Section("Network", found, figures)));
    if (NetworkRequest.of(settings).isSynthetic()) {
      sections.add(planted(edges));
    }
    return sections;
  }

  private static List<Row> rows(ResultTables tables, String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    tables.each(name, rows::add);
    return rows;
  }

  private static String words(int size, String what) {
    return size <= MOST_ROWS
        ? "%,d %s".formatted(size, what)
        : "the first %,d of %,d %s".formatted(MOST_ROWS, size, what);
  }

  private static Figure listing(Caption caption, List<String> columns, List<Row> rows) {
    List<List<@Nullable Object>> cells = new ArrayList<>();
    rows.stream().limit(MOST_ROWS).forEach(row -> cells.add(row.cells()));
    return new Figure.Listing(caption, columns, cells);
  }

  /// Found and planted edges, each of either.
  private static Section planted(List<Row> edges) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (PlantedNetwork.Link link : PlantedNetwork.LINKS) {
      List<Row> found = edges.stream().filter(row -> joins(row, link)).toList();
      Object lag =
          found.isEmpty() ? null : found.getFirst().cells().get(NetworkTables.EDGES.index("lag"));
      rows.add(Arrays.asList(link.source(), link.target(), link.lag(), lag, !found.isEmpty()));
    }
    long others =
        edges.stream()
            .filter(row -> PlantedNetwork.LINKS.stream().noneMatch(link -> joins(row, link)))
            .count();
    return new Section(
        "What was planted",
        "These series are synthetic. %,d edges were found that were not planted.".formatted(others),
        List.of(
            new Figure.Listing(
                Caption.of("Planted edges"),
                List.of("source", "target", "lag, rows", "lag found", "found"),
                rows)));
  }

  private static boolean joins(Row edge, PlantedNetwork.Link link) {
    return edge.text(0).equals(link.source()) && edge.text(1).equals(link.target());
  }
}
