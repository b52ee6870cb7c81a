package io.sheaf.workloads.te;

import static io.sheaf.workloads.te.TeTables.ANSWERS;
import static io.sheaf.workloads.te.TeTables.DELAYS;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.chapter.Values;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What reports show of answers: the clearest ones, how p is spread, who informs whom, and the
/// scans over delays.
final class TeChapter {
  private static final double LEVEL = 0.05;
  private static final int MOST_ROWS = 50;
  private static final int MOST_SCANS = 6;
  private static final int MOST_COLUMNS = 40;
  private static final Comparator<Row> CLEAREST =
      Comparator.comparingDouble((Row row) -> number(row, "p"))
          .thenComparing(Comparator.comparingDouble((Row row) -> effective(row)).reversed())
          .thenComparing(TeChapter::name);

  private final PriorityQueue<Row> clearest = new PriorityQueue<>(CLEAREST.reversed());
  private final Values p = new Values();
  private final Values effective = new Values("q ≤ 0.05", "others");
  private final Adjacency adjacency = new Adjacency();
  private long answers;
  private long found;
  private double surrogates;
  private boolean isAdjusted;

  private TeChapter() {}

  static List<Section> of(Settings settings, ResultTables tables) throws IOException {
    TeChapter chapter = new TeChapter();
    tables.each(ANSWERS.name(), chapter::add);
    return chapter.answers == 0 ? List.of() : chapter.sections(settings, tables);
  }

  private void add(Row row) {
    answers++;
    boolean isFound = number(row, "q") <= LEVEL;
    found += isFound ? 1 : 0;
    isAdjusted |= !Double.isNaN(number(row, "q"));
    surrogates = Math.max(surrogates, number(row, "surrogates"));
    p.add("", number(row, "p"));
    effective.add(isFound ? "q ≤ 0.05" : "others", number(row, "effective_nats"));
    adjacency.add(
        row.text(ANSWERS.index("source")),
        row.text(ANSWERS.index("target")),
        isFound ? Math.max(0, number(row, "value_nats")) : 0);
    clearest.add(row);
    if (clearest.size() > MOST_ROWS) {
      clearest.remove();
    }
  }

  private static double number(Row row, String column) {
    return row.number(ANSWERS.index(column));
  }

  private static double effective(Row row) {
    double value = number(row, "effective_nats");
    return Double.isNaN(value) ? number(row, "value_nats") : value;
  }

  /// Both tables begin with group, source and target.
  private static String name(Row row) {
    String pair = row.text(1) + " → " + row.text(2);
    return row.cells().get(0) == null ? pair : row.text(0) + ": " + pair;
  }

  private List<Section> sections(Settings settings, ResultTables tables) throws IOException {
    List<Row> rows = clearest.stream().sorted(CLEAREST).toList();
    List<Figure> figures = new ArrayList<>();
    figures.add(listing(rows));
    if (p.count() > 1) {
      String note = "%,d tests; even, if nothing informs anything".formatted(p.count());
      figures.add(p.histogram(new Caption("p of all tests", note), "p"));
      figures.add(
          effective.histogram(
              new Caption("Effective values", "value less the mean of its surrogates"), "nats"));
    }
    if (settings.flag("all_pairs") && adjacency.size() <= MOST_COLUMNS) {
      figures.add(
          adjacency.figure(
              new Caption("Who informs whom", "pairs with q ≤ 0.05; mean over groups"), "nats"));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Findings", findings(), figures));
    scans(rows.subList(0, Math.min(rows.size(), MOST_SCANS)), tables).ifPresent(sections::add);
    return sections;
  }

  private String findings() {
    if (!isAdjusted) {
      return "%,d answers in nats, without q: it needs all units, and surrogates."
          .formatted(answers);
    }
    return "%,d of %,d answers have q ≤ 0.05 (Benjamini and Hochberg over all). With %.0f surrogates p is at least %.2g, or more where a warning says so."
        .formatted(found, answers, surrogates, 1 / (1 + surrogates));
  }

  private Figure listing(List<Row> rows) {
    List<String> columns =
        List.of(
            "group", "source", "target", "value_nats", "n", "delay", "p", "q", "effective_nats");
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          Arrays.asList(
              columns.stream().map(name -> row.cells().get(ANSWERS.index(name))).toArray()));
    }
    return new Figure.Listing(
        new Caption("Clearest answers", "%,d of %,d, by p".formatted(rows.size(), answers)),
        List.of("group", "source", "target", "nats", "n", "delay", "p", "q", "effective nats"),
        cells);
  }

  private static Optional<Section> scans(List<Row> rows, ResultTables tables) throws IOException {
    Map<String, List<Figure.Point>> lines = new LinkedHashMap<>();
    rows.forEach(row -> lines.put(name(row), new ArrayList<>()));
    tables.each(
        DELAYS.name(),
        row -> {
          List<Figure.Point> line = lines.get(name(row));
          double value = row.number(DELAYS.index("value_nats"));
          if (line != null && !Double.isNaN(value)) {
            line.add(new Figure.Point(row.number(DELAYS.index("delay")), value, ""));
          }
        });
    List<Figure.Points> series =
        lines.entrySet().stream()
            .filter(line -> !line.getValue().isEmpty())
            .map(line -> new Figure.Points(line.getKey(), line.getValue()))
            .toList();
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "Delays",
                List.of(
                    new Figure.Lines(
                        new Caption("Value by delay", "of the clearest answers"),
                        "delay, rows",
                        "nats",
                        series))));
  }
}
