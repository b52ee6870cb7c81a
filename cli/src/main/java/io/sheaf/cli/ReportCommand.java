package io.sheaf.cli;

import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.web.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf report`.
@Command(
    footer = {
      "%nWrites DIR/report.html, a page that needs no network and can be printed or sent;"
          + " report.json, the same for programs; and ro-crate-metadata.json, the provenance. A run"
          + " writes them when it ends; this writes them again, also of a run that goes on, was"
          + " stopped, or died."
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "A run directory.")
  private Path directory = Path.of("");

  @Option(names = "--json", description = "Say as JSON where it is.")
  private boolean json;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path page = RunReport.write(directory, console.catalogue()::workload, Clock.systemUTC());
    console.out().println(json ? Json.value(places(page)) : page.toString());
    return ExitCode.COMPLETE;
  }

  private static Map<String, String> places(Path page) {
    Path whole = page.toAbsolutePath().normalize();
    return Map.of(
        "report", whole.toString(), "json", whole.resolveSibling(RunReport.TWIN).toString());
  }

  /// Writes the report of a run that has ended, unless there is one of these results. Whatever
  /// keeps it from that is said, and costs the run nothing.
  static void afterwards(Path directory, Console console) {
    try {
      if (isCurrent(directory)) {
        return;
      }
      RunReport.write(directory, console.catalogue()::workload, Clock.systemUTC());
    } catch (IOException | RuntimeException e) {
      unwritten(Complaints.line(e), directory, console);
    } catch (OutOfMemoryError _) {
      unwritten("not enough memory", directory, console);
    }
  }

  /// The manifest is the last that is written of results; runs that are stopped have none.
  private static boolean isCurrent(Path directory) throws IOException {
    Path manifest = new RunDirectory(directory).manifest();
    Path last = directory.resolve(RunReport.CRATE);
    return Files.exists(manifest)
        && Files.exists(last)
        && Files.getLastModifiedTime(last).compareTo(Files.getLastModifiedTime(manifest)) >= 0;
  }

  private static void unwritten(String why, Path directory, Console console) {
    console.say(
        "the report could not be written: %s; later: sheaf report %s"
            .formatted(why, ShellWord.quoted(directory)));
  }
}
