package io.sheaf.arc.task;

import io.sheaf.arc.value.Grid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds and reads tasks: a directory of `<id>.json`, one such file, or Kaggle's
/// `…_challenges.json`, whose answers are looked for in `…_solutions.json` beside it.
public final class TaskFiles {
  private static final String JSON = ".json";
  private static final String CHALLENGES = "_challenges" + JSON;
  private static final String SOLUTIONS = "_solutions" + JSON;

  private TaskFiles() {}

  /// Tasks and what could not be read of them.
  ///
  /// @param tasks in order of file names, or of the file
  /// @param problems one line for each file left out: file, place, what was expected
  public record Tasks(List<Task> tasks, List<String> problems) {
    public Tasks {
      tasks = List.copyOf(tasks);
      problems = List.copyOf(problems);
    }
  }

  /// Reads all tasks. A file of a directory that is no task is left out and reported.
  ///
  /// @param path directory or file
  /// @return tasks and problems
  /// @throws IOException if nothing can be read there
  public static Tasks read(Path path) throws IOException {
    return first(path, Integer.MAX_VALUE);
  }

  /// Reads the first tasks.
  ///
  /// @param path directory or file
  /// @param most so many tasks, and of a directory so many files
  /// @return tasks and problems
  /// @throws IOException if nothing can be read there
  public static Tasks first(Path path, int most) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return Files.isDirectory(path)
        ? directory(path, most)
        : new Tasks(file(path).stream().limit(most).toList(), List.of());
  }

  private static Tasks directory(Path directory, int most) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files =
          all.filter(file -> file.toString().endsWith(JSON))
              .filter(file -> !file.toString().endsWith(SOLUTIONS))
              .sorted()
              .limit(most)
              .toList();
    }
    if (files.isEmpty()) {
      throw new NoSuchFileException(directory.toString(), null, "has no .json files");
    }
    try {
      List<Tasks> parts = files.parallelStream().map(TaskFiles::part).toList();
      return new Tasks(
          parts.stream().flatMap(part -> part.tasks().stream()).limit(most).toList(),
          parts.stream().flatMap(part -> part.problems().stream()).toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Tasks part(Path file) {
    try {
      return new Tasks(file(file), List.of());
    } catch (TaskException e) {
      return new Tasks(List.of(), List.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Task> file(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Json json = new Json(file.toString(), Files.readAllBytes(file));
    if (name.endsWith(CHALLENGES)) {
      return challenges(file, json);
    }
    TaskReader reader = new TaskReader(json);
    Task task = reader.task(name.substring(0, name.length() - (name.endsWith(JSON) ? 5 : 0)));
    json.end();
    return List.of(task);
  }

  private static List<Task> challenges(Path file, Json json) throws IOException {
    List<Task> tasks = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    TaskReader reader = new TaskReader(json);
    json.object(
        id -> {
          if (!ids.add(id)) {
            throw json.error(json.place(), "duplicate task " + id);
          }
          tasks.add(reader.task(id));
        });
    json.end();
    String name = file.toString();
    Path solutions = Path.of(name.substring(0, name.length() - CHALLENGES.length()) + SOLUTIONS);
    return Files.exists(solutions) ? solved(tasks, solutions) : tasks;
  }

  private static List<Task> solved(List<Task> tasks, Path file) throws IOException {
    Json json = new Json(file.toString(), Files.readAllBytes(file));
    GridReader grids = new GridReader(json);
    Map<String, List<Grid>> outputs = new HashMap<>();
    json.object(
        id -> {
          List<Grid> all = new ArrayList<>();
          json.array(() -> all.add(grids.grid(id + " test " + all.size())));
          outputs.put(id, all);
        });
    json.end();
    List<Task> solved = new ArrayList<>();
    for (Task task : tasks) {
      solved.add(solved(task, outputs.getOrDefault(task.id(), List.of()), file));
    }
    return solved;
  }

  private static Task solved(Task task, List<Grid> outputs, Path file) throws TaskException {
    if (outputs.isEmpty()) {
      return task;
    }
    if (outputs.size() != task.tests().size()) {
      throw new TaskException(
          "%s: task %s has %d solutions, expected %d"
              .formatted(file, task.id(), outputs.size(), task.tests().size()));
    }
    List<Task.Test> tests = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      tests.add(new Task.Test(task.tests().get(i).input(), Optional.of(outputs.get(i))));
    }
    return new Task(task.id(), task.demos(), tests);
  }
}
