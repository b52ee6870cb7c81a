package io.sheaf.arc.task;

import io.sheaf.arc.value.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one task, a JSON object with `train` and `test`, each a list of `input` and `output`.
final class TaskReader {
  private final Json json;
  private final GridReader grids;
  private final List<Task.Demo> demos = new ArrayList<>();
  private final List<Task.Test> tests = new ArrayList<>();
  private @Nullable Grid input;
  private @Nullable Grid output;

  TaskReader(Json json) {
    this.json = json;
    this.grids = new GridReader(json);
  }

  Task task(String id) throws TaskException {
    int start = json.place();
    demos.clear();
    tests.clear();
    json.object(this::member);
    if (demos.isEmpty()) {
      throw json.error(start, "task " + id + " has no pairs in `train`, expected at least one");
    }
    if (tests.isEmpty()) {
      throw json.error(start, "task " + id + " has no pairs in `test`, expected at least one");
    }
    return new Task(id, demos, tests);
  }

  private void member(String name) throws TaskException {
    switch (name) {
      case "train" -> json.array(() -> pair("train " + demos.size(), true));
      case "test" -> json.array(() -> pair("test " + tests.size(), false));
      default -> json.skip();
    }
  }

  private void pair(String what, boolean isDemo) throws TaskException {
    int start = json.place();
    input = null;
    output = null;
    json.object(name -> half(what, name));
    if (input == null || (isDemo && output == null)) {
      throw json.error(start, what + " lacks `" + (input == null ? "input" : "output") + "`");
    }
    if (isDemo && output != null) {
      demos.add(new Task.Demo(input, output));
    } else {
      tests.add(new Task.Test(input, Optional.ofNullable(output)));
    }
  }

  private void half(String what, String name) throws TaskException {
    switch (name) {
      case "input" -> input = grids.grid(what + " input");
      case "output" -> output = json.takeNull() ? null : grids.grid(what + " output");
      default -> json.skip();
    }
  }
}
