package io.sheaf.cli;

import io.sheaf.engine.execute.Site;
import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the launcher runs once after it has assembled Spark, so that the archive from which
/// masters, workers, drivers and executors start holds the classes that they need. Its output is of
/// no interest.
final class ClusterRehearsal {
  private static final int ROWS = 500;

  private ClusterRehearsal() {}

  /// Runs a small cohort as an executor does, then a unit as a driver does, with a master and a
  /// worker in this process.
  ///
  /// @param args Spark's home, to write to; the launcher removes it
  public static void main(String[] args) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console =
        new Console(nowhere, nowhere, new Screen(false, false, 80), Map.of(), new BuiltIn());
    Path directory = Files.createTempDirectory(Path.of(args[0]), "rehearsal");
    try {
      Path data = directory.resolve("data");
      SyntheticCohort.write(
          new SyntheticCohort.Options(2, ROWS, 1, ColumnSet.MINIMAL, false), data);
      String cohort = directory.resolve("k6_full").toString();
      String from = "data_root=" + data;
      Sheaf.execute(console, "run", "k6_full", "--set", from, "--on", "local[1]", "--out", cohort);
      String there = "local-cluster[1,1,512]";
      String noop = directory.resolve("noop").toString();
      Sheaf.execute(console, "run", "noop", "--heap", "512m", "--on", there, "--out", noop);
    } finally {
      Site.delete(directory);
    }
  }
}
