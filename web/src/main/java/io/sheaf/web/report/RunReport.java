package io.sheaf.web.report;

import io.sheaf.engine.observe.RunAccount;
import io.sheaf.engine.plan.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.function.Function;

/// Writes the report of a run beside its results: `report.html`, `report.json` and
/// `ro-crate-metadata.json`.
///
/// They hold times and names of machines, and so stand outside of `out/` and of its manifest.
public final class RunReport {
  public static final String PAGE = "report.html";
  public static final String TWIN = "report.json";
  public static final String CRATE = "ro-crate-metadata.json";

  private RunReport() {}

  /// Reads a run in any state and writes its report, each file whole or not at all.
  ///
  /// @param workloads finds a workload by name, or throws if there is none
  /// @return the page
  public static Path write(Path run, Function<String, Workload> workloads, Clock clock)
      throws IOException {
    ReportContent content =
        ReportContent.of(RunAccount.read(run, workloads, clock), clock.instant());
    Path page = replace(run.resolve(PAGE), ReportPage.of(content));
    replace(run.resolve(TWIN), ReportJson.of(content));
    replace(run.resolve(CRATE), RunCrate.of(content, run));
    return page;
  }

  private static Path replace(Path file, String text) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".part");
    Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
    return Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
