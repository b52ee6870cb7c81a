package io.sheaf.cli;

import io.sheaf.engine.execute.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `sheaf demo augment`: the sample in two shards, merged, verified, and cleaned up.
record AugmentDemo(Console console) {
  private static final int SHARDS = 2;

  int run(Path directory) throws IOException {
    int launched =
        Sheaf.execute(
            console,
            "launch",
            "augment_demo",
            "--static",
            "--shards",
            Integer.toString(SHARDS),
            "--heap",
            "500m",
            "--out",
            directory.toString());
    Path merged = new StaticShards(console, directory, "").merged();
    if (launched > ExitCode.UNITS_FAILED || !Files.isDirectory(merged)) {
      return Math.max(launched, ExitCode.UNITS_FAILED);
    }
    int verified = Sheaf.execute(console, "augment", "verify", merged.toString());
    for (int i = 0; i < SHARDS; i++) {
      Site.delete(StaticShards.directory(directory, i, SHARDS));
    }
    show(merged.resolve("out").resolve("statistics.csv"));
    console.out().println("merged data sets  " + merged.resolve("out"));
    return Math.max(launched, verified);
  }

  private void show(Path statistics) throws IOException {
    List<List<String>> rows =
        Files.readAllLines(statistics).stream().map(line -> List.of(line.split(",", -1))).toList();
    console.out().println();
    Columns.print(rows, console.out());
    console.out().println();
  }
}
