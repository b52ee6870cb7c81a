package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `sheaf arc submit`.
@Command(
    name = "submit",
    description = "Writes the submission file of the competition: two attempts at each test.",
    footer = "%nWhere a run has no attempt, [[0]] is written.")
final class ArcSubmitCommand implements Callable<Integer> {
  private static final List<List<Integer>> NOTHING = List.of(List.of(0));

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Run directory of a battery, whole or merged.")
  private Path path = Path.of("");

  @Option(names = "--out", paramLabel = "FILE", description = "Write it there, not to the output.")
  private @Nullable Path out;

  ArcSubmitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunDirectory directory = RunDirectory.existing(path);
    RunRecord.of("battery", directory);
    RunSnapshot run = RunSnapshot.read(directory, console.catalogue()::workload);
    if (!run.missing().isEmpty()) {
      throw new ConfigurationException(
          "%d units of %s have no result, first %s; go on with sheaf run --resume %s"
              .formatted(
                  run.missing().size(), path, run.missing().getFirst(), ShellWord.quoted(path)));
    }
    Map<String, List<Row>> tables = run.bound().rowsByTable();
    String submission =
        JsonMapper.shared()
            .writeValueAsString(
                submission(
                    tables.getOrDefault("tasks", List.of()),
                    tables.getOrDefault("attempts", List.of())));
    if (out == null) {
      console.out().println(submission);
    } else {
      Files.writeString(out, submission + "\n");
    }
    return ExitCode.COMPLETE;
  }

  /// Two attempts at each test of each task; the first again where there is no second.
  ///
  /// @param tasks rows of `tasks`: id and, in the third cell, the number of tests
  /// @param attempts rows of `attempts`: task, test, attempt, program, output
  private static Map<String, Object> submission(List<Row> tasks, List<Row> attempts) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (Row row : attempts) {
      outputs.put(
          place(row.text(0), (int) row.number(1), (int) row.number(2)),
          JsonMapper.shared().readTree(row.text(4)));
    }
    Map<String, Object> submission = new LinkedHashMap<>();
    for (Row task : tasks) {
      List<Object> tests = new ArrayList<>();
      for (int test = 0; test < task.number(2); test++) {
        Object first = outputs.getOrDefault(place(task.text(0), test, 1), NOTHING);
        Map<String, Object> two = new LinkedHashMap<>();
        two.put("attempt_1", first);
        two.put("attempt_2", outputs.getOrDefault(place(task.text(0), test, 2), first));
        tests.add(two);
      }
      submission.put(task.text(0), tests);
    }
    return submission;
  }

  private static String place(String task, int test, int attempt) {
    return task + "/" + test + "/" + attempt;
  }
}
