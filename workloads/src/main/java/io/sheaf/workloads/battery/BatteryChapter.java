package io.sheaf.workloads.battery;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Point;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.engine.chapter.Figure.Series;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.chapter.Thinned;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What reports show of a battery: how far tasks were solved, what was guessed, what it took.
final class BatteryChapter {
  private static final int MOST_POINTS = 2000;
  private static final Table TASKS = BatteryTables.TASKS;

  /// How far a task was solved, best first.
  private enum Standing {
    SOLVED("all known tests solved"),
    PARTLY("some known tests solved"),
    WRONG("solved on demos, no known test"),
    UNKNOWN("solved on demos, tests unknown"),
    UNSOLVED("not solved on demos");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    static Standing of(Row row) {
      double known = row.number(TASKS.index("tests_known"));
      double solved = row.number(TASKS.index("tests_solved"));
      if (known > 0 && solved == known) {
        return SOLVED;
      }
      if (solved > 0) {
        return PARTLY;
      }
      if (row.number(TASKS.index("demo_solvers")) == 0) {
        return UNSOLVED;
      }
      return known > 0 ? WRONG : UNKNOWN;
    }
  }

  private final Map<String, Double> standings = new LinkedHashMap<>();
  private final Thinned<Row> kept = new Thinned<>(MOST_POINTS);

  private BatteryChapter() {
    for (Standing standing : Standing.values()) {
      standings.put(standing.words, 0.0);
    }
  }

  static List<Section> of(Settings settings, ResultTables tables) throws IOException {
    BatteryChapter chapter = new BatteryChapter();
    tables.each(TASKS.name(), chapter::task);
    if (chapter.kept.seen() == 0) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Tasks", chapter.tasks(tables)));
    Guesses.section(settings, tables, chapter.kept.seen()).ifPresent(sections::add);
    return sections;
  }

  private void task(Row row) {
    standings.merge(Standing.of(row).words, 1.0, Double::sum);
    kept.add(row);
  }

  private List<Figure> tasks(ResultTables tables) throws IOException {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure.Bars(
            new Caption(
                "How far tasks were solved",
                "%,d tasks, two attempts at each test".formatted(kept.seen())),
            "tasks",
            List.copyOf(standings.keySet()),
            List.of(new Series("", List.copyOf(standings.values())))));
    figures.add(effort(tables));
    return figures;
  }

  private Figure effort(ResultTables tables) throws IOException {
    Map<String, Row> rows = new HashMap<>();
    kept.kept().forEach(row -> rows.put("task=" + row.text(TASKS.index("task")), row));
    List<Point> solved = new ArrayList<>();
    List<Point> others = new ArrayList<>();
    tables.seconds(
        (unit, seconds) -> {
          Row row = rows.get(unit);
          if (row != null) {
            Point point = new Point(row.number(TASKS.index("tried")), seconds, unit);
            (row.number(TASKS.index("demo_solvers")) > 0 ? solved : others).add(point);
          }
        });
    return new Figure.Scatter(
        new Caption("Programs tried, and time", kept.words("tasks")),
        "programs tried",
        "elapsed, s",
        false,
        List.of(new Points("solved on demos", solved), new Points("not", others)));
  }
}
