package io.sheaf.cli;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.merge.Validation;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import io.sheaf.workloads.augment.AugmentVerification;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf augment verify`.
@Command(
    name = "verify",
    description =
        "Validates an augmentation, restores every source post from it, and makes all of it again.")
final class AugmentVerifyCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Run directory, whole or merged.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  AugmentVerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunDirectory directory = RunDirectory.existing(path);
    RunRecord record = RunRecord.of("augment", directory);
    Workload workload = console.catalogue().workload(record.workload());
    List<String> problems =
        problems(directory, record.settings(workload.keys(), directory.record()));
    if (json) {
      console.out().println(Json.value(Map.of("passed", problems.isEmpty(), "problems", problems)));
    } else {
      problems.stream().limit(MOST_SHOWN).forEach(console.out()::println);
      console.out().println(problems.isEmpty() ? "ALL PASSED" : problems.size() + " PROBLEMS");
    }
    return problems.isEmpty() ? ExitCode.COMPLETE : ExitCode.REFUSED;
  }

  private List<String> problems(RunDirectory directory, Settings settings) throws IOException {
    RunSnapshot run = RunSnapshot.read(directory, console.catalogue()::workload);
    List<String> problems = new ArrayList<>();
    Validation.of(run)
        .forEach((file, found) -> found.forEach(problem -> problems.add(file + ": " + problem)));
    try {
      AugmentVerification.problems(settings, run.bound().rowsByTable(), directory.out()).stream()
          .map(TableProblem::toString)
          .forEach(problems::add);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
    return problems;
  }
}
