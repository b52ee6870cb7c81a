package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.program.Programs;
import io.sheaf.arc.search.Differs;
import io.sheaf.arc.synth.BuiltInPrograms;
import io.sheaf.arc.synth.SyntheticTasks;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskFiles;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The programs and tasks of a run.
///
/// @param programs in the order of their files
/// @param tasks by id
/// @param differs programs that tell how two grids differ
/// @param problems one line for each program or file that was left out, without directories
record Inputs(
    List<Program> programs, Map<String, Task> tasks, List<Program> differs, List<String> problems) {

  static Inputs read(Settings settings) throws IOException {
    Programs programs = programs("programs", settings.text("programs"), BuiltInPrograms.all());
    Programs differs = differs(settings.text("differs"));
    TaskFiles.Tasks tasks = tasks(settings);
    Map<String, Task> byId = new LinkedHashMap<>();
    tasks.tasks().forEach(task -> byId.put(task.id(), task));
    List<String> problems =
        Stream.of(
                problems(programs, settings.text("programs")),
                problems(differs, settings.text("differs")),
                tasks.problems().stream().map(problem -> relative(problem, settings.text("tasks"))))
            .flatMap(one -> one)
            .toList();
    return new Inputs(programs.programs(), byId, differs.programs(), problems);
  }

  private static Stream<String> problems(Programs programs, String name) {
    return programs.problems().stream().map(problem -> relative(problem.toString(), name));
  }

  private static Programs differs(String name) throws IOException {
    return name.equals(BatteryKeys.NONE)
        ? new Programs(List.of(), List.of())
        : programs("differs", name, Differs.builtIn());
  }

  private static Programs programs(String key, String name, List<Program> builtIn)
      throws IOException {
    if (name.equals(BatteryKeys.BUILT_IN)) {
      return new Programs(builtIn, List.of());
    }
    Path path = existing(name);
    Programs read = ProgramReader.read(path);
    if (read.programs().isEmpty()) {
      throw new ConfigurationException(
          "`%s`: %s holds no program that can be read%s"
              .formatted(
                  key,
                  name,
                  read.problems().isEmpty() ? "" : "; first " + read.problems().getFirst()));
    }
    return read;
  }

  private static TaskFiles.Tasks tasks(Settings settings) throws IOException {
    String name = tasksName(settings);
    int count = settings.whole("count");
    int most = count == 0 ? Integer.MAX_VALUE : count;
    if (name.equals(BatteryKeys.SYNTHETIC)) {
      List<Task> all = SyntheticTasks.all(settings.whole("per_family"), settings.seed());
      return new TaskFiles.Tasks(all.subList(0, Math.min(most, all.size())), List.of());
    }
    TaskFiles.Tasks read = TaskFiles.first(existing(name), most);
    if (read.tasks().isEmpty()) {
      throw new ConfigurationException(
          "`tasks`: %s holds no task that can be read; first %s"
              .formatted(name, read.problems().getFirst()));
    }
    return read;
  }

  private static String tasksName(Settings settings) {
    return settings
        .optionalText("tasks")
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "`tasks` is not set, expected a directory of ARC tasks;"
                        + " try --set tasks=DIR or --set tasks=synthetic"));
  }

  private static Path existing(String name) throws IOException {
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(name);
    }
    return path;
  }

  /// Results must not depend on where the inputs lie.
  private static String relative(String problem, String root) {
    Path path = Path.of(root);
    String directory = Files.isDirectory(path) ? path.toString() : parent(path);
    String prefix = directory.isEmpty() ? "" : directory + path.getFileSystem().getSeparator();
    return problem.replace(prefix, "");
  }

  private static String parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? "" : parent.toString();
  }
}
