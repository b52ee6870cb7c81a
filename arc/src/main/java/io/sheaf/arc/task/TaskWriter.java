package io.sheaf.arc.task;

import io.sheaf.arc.value.Grid;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes tasks and grids as JSON.
public final class TaskWriter {
  private TaskWriter() {}

  /// A grid as a list of rows.
  ///
  /// @param grid of colours
  /// @return JSON
  public static String json(Grid grid) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < grid.height(); i++) {
      text.append(i == 0 ? "[" : ", [");
      for (int j = 0; j < grid.width(); j++) {
        text.append(j == 0 ? "" : ", ").append(grid.at(i, j));
      }
      text.append(']');
    }
    return text.append(']').toString();
  }

  /// A task as it stands in the public sets.
  ///
  /// @param task any
  /// @return JSON, ended by a line break
  public static String json(Task task) {
    String demos =
        task.demos().stream()
            .map(demo -> pair(demo.input(), Optional.of(demo.output())))
            .collect(Collectors.joining(",\n    "));
    String tests =
        task.tests().stream()
            .map(test -> pair(test.input(), test.output()))
            .collect(Collectors.joining(",\n    "));
    return "{\"train\": [\n    %s],\n \"test\": [\n    %s]}\n".formatted(demos, tests);
  }

  private static String pair(Grid input, Optional<Grid> output) {
    return "{\"input\": %s%s}"
        .formatted(json(input), output.map(grid -> ", \"output\": " + json(grid)).orElse(""));
  }
}
