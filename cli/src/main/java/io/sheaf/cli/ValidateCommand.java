package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.merge.Validation;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf validate`.
@Command
final class ValidateCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 10;

  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "DIR", description = "Run directories.")
  private List<Path> directories = List.of();

  @Option(names = "--dir", paramLabel = "DIR", description = "A run directory; the same as DIR.")
  private List<Path> more = List.of();

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> all = new ArrayList<>(directories);
    all.addAll(more);
    if (all.isEmpty()) {
      throw new ConfigurationException("expected the run directories to validate");
    }
    Map<String, Map<String, List<String>>> findings = new LinkedHashMap<>();
    for (Path path : all) {
      RunSnapshot run =
          RunSnapshot.read(RunDirectory.existing(path), console.catalogue()::workload);
      findings.put(path.toString(), Validation.of(run));
    }
    boolean passed =
        findings.values().stream().allMatch(one -> one.values().stream().allMatch(List::isEmpty));
    if (json) {
      report(findings, passed);
    } else {
      print(findings, passed);
    }
    return passed ? ExitCode.COMPLETE : ExitCode.REFUSED;
  }

  private void print(Map<String, Map<String, List<String>>> findings, boolean passed) {
    findings.forEach(
        (directory, files) -> {
          console.out().println(directory);
          files.forEach(this::print);
        });
    console.out().println(passed ? "ALL PASSED" : "FAILED");
  }

  private void print(String file, List<String> problems) {
    console.out().println((problems.isEmpty() ? green("✓ PASS ") : red("✗ FAIL ")) + file);
    problems.stream()
        .limit(MOST_SHOWN)
        .forEach(problem -> console.out().println("    - " + problem));
    if (problems.size() > MOST_SHOWN) {
      console.out().printf("    - and %d more; --json lists all%n", problems.size() - MOST_SHOWN);
    }
  }

  private void report(Map<String, Map<String, List<String>>> findings, boolean passed) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("passed", passed);
    report.put("problems", findings);
    console.out().println(Json.value(report));
  }

  private String green(String text) {
    return console.colours().ansi().string("@|green " + text + "|@");
  }

  private String red(String text) {
    return console.colours().ansi().string("@|red " + text + "|@");
  }
}
