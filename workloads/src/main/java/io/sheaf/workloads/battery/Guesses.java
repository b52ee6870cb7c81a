package io.sheaf.workloads.battery;

import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Grid;
import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A few guesses beside what was right, as far as the tasks are still there.
final class Guesses {
  private static final Table ATTEMPTS = BatteryTables.ATTEMPTS;
  private static final int OF_EACH_KIND = 4;

  /// Reading more tasks again would take long.
  private static final int MOST_TASKS = 20_000;

  private final List<List<Row>> right = new ArrayList<>();
  private final List<List<Row>> others = new ArrayList<>();
  private final List<Row> current = new ArrayList<>();

  private Guesses() {}

  static Optional<Section> section(Settings settings, ResultTables tables, long tasks)
      throws IOException {
    Guesses guesses = new Guesses();
    tables.each(ATTEMPTS.name(), guesses::take);
    guesses.settle();
    if (guesses.right.isEmpty() && guesses.others.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Task> known = tasks <= MOST_TASKS ? tasks(settings) : Map.of();
    List<Figure> figures = new ArrayList<>();
    guesses.others.forEach(rows -> figures.add(figure(rows, known)));
    guesses.right.forEach(rows -> figures.add(figure(rows, known)));
    return Optional.of(
        new Section(
            "Guesses",
            known.isEmpty()
                ? "The tasks were not read again here, so only the guesses are shown."
                : "The first tests that were solved, and the first that were not or are unknown.",
            figures));
  }

  /// The attempts at a test follow each other.
  private void take(Row row) {
    if (!current.isEmpty() && !test(current.getFirst()).equals(test(row))) {
      settle();
    }
    current.add(row);
  }

  private void settle() {
    boolean isRight = current.stream().anyMatch(row -> verdict(row).equals("right"));
    List<List<Row>> kind = isRight ? right : others;
    if (kind.size() < OF_EACH_KIND && !current.isEmpty()) {
      kind.add(List.copyOf(current));
    }
    current.clear();
  }

  private static String test(Row row) {
    return row.text(ATTEMPTS.index("task")) + ", test " + row.text(ATTEMPTS.index("test"));
  }

  private static String verdict(Row row) {
    Object right = row.cells().get(ATTEMPTS.index("right"));
    return right == null ? "unknown" : right.equals(true) ? "right" : "wrong";
  }

  private static Map<String, Task> tasks(Settings settings) {
    try {
      return Inputs.read(settings).tasks();
    } catch (IOException | ConfigurationException _) {
      return Map.of();
    }
  }

  private static Figure figure(List<Row> rows, Map<String, Task> known) {
    Row first = rows.getFirst();
    int number = (int) first.number(ATTEMPTS.index("test"));
    Optional<Task.Test> truth =
        Optional.ofNullable(known.get(first.text(ATTEMPTS.index("task"))))
            .filter(task -> number < task.tests().size())
            .map(task -> task.tests().get(number));
    List<Figure.Grid> grids = new ArrayList<>();
    truth.ifPresent(one -> grids.add(new Figure.Grid("input", lines(one.input()))));
    truth
        .flatMap(Task.Test::output)
        .ifPresent(output -> grids.add(new Figure.Grid("truth", lines(output))));
    for (Row row : rows) {
      grids.add(
          new Figure.Grid(
              "attempt %s: %s".formatted(row.text(ATTEMPTS.index("attempt")), verdict(row)),
              lines(row.text(ATTEMPTS.index("output")))));
    }
    return new Figure.Grids(
        new Caption(test(first), "by " + first.text(ATTEMPTS.index("program"))), grids);
  }

  private static List<String> lines(Grid grid) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < grid.height(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < grid.width(); column++) {
        line.append(Math.clamp(grid.at(row, column), 0, 9));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /// Of `[[1, 2], [3, 4]]`.
  private static List<String> lines(String json) {
    List<String> lines = new ArrayList<>();
    for (String row : json.split("]", -1)) {
      String digits = row.replaceAll("[^0-9]", "");
      if (!digits.isEmpty()) {
        lines.add(digits);
      }
    }
    return lines;
  }
}
