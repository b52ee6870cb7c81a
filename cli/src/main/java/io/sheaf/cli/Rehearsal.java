package io.sheaf.cli;

import io.sheaf.engine.execute.Site;
import io.sheaf.web.serve.Dashboard;
import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the launcher runs once after a build, so that the archive it starts from holds the classes
/// that commands need and knows which of their methods are worth compiling. Its output is of no
/// interest.
final class Rehearsal {
  private static final int USERS = 8;
  private static final int ROWS = 2287;

  private Rehearsal() {}

  /// Runs commands that read and print, then a small cohort, then programs on ARC tasks, and looks
  /// at the runs in a dashboard.
  ///
  /// @param args a directory to write to
  public static void main(String[] args) throws IOException {
    Catalogue catalogue = new BuiltIn();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console =
        new Console(nowhere, nowhere, new Screen(true, true, 80), Map.of(), catalogue);
    Sheaf.execute(console, "--help");
    Sheaf.execute(console, "help", "run");
    Sheaf.execute(console, "doctor", "--runs", args[0]);
    Sheaf.execute(console, "workloads", "--json");
    for (String preset : catalogue.presetNames()) {
      Sheaf.execute(console, "config", preset, "--set", "seed=1");
    }
    Path directory = Files.createTempDirectory(Path.of(args[0]), "rehearsal");
    try {
      cohort(console, directory);
      arc(console, directory.resolve("arc"));
      serve(console, directory);
    } finally {
      Site.delete(directory);
    }
  }

  /// The first pages of a dashboard.
  private static void serve(Console console, Path runs) throws IOException {
    String token = Dashboard.freshToken();
    Dashboard.Options options =
        new Dashboard.Options(InetAddress.getLoopbackAddress(), 0, false, token, Optional.empty());
    try (Dashboard dashboard =
        Dashboard.open(runs, console.catalogue()::workload, options, _ -> {})) {
      for (String page : List.of("", "runs/k6_full", "runs/k6_full/units", "api/runs")) {
        URI address = URI.create("http://127.0.0.1:" + dashboard.port() + "/" + page);
        URLConnection connection = address.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.getInputStream().readAllBytes();
      }
    }
  }

  private static void cohort(Console console, Path directory) throws IOException {
    Path data = directory.resolve("data");
    SyntheticCohort.write(
        new SyntheticCohort.Options(USERS, ROWS, 1, ColumnSet.MINIMAL, false), data);
    for (String preset : List.of("k6_full", "k6_sound")) {
      String out = directory.resolve(preset).toString();
      Sheaf.execute(console, "run", preset, "--set", "data_root=" + data, "--out", out);
      Sheaf.execute(console, "validate", out);
      Sheaf.execute(console, "watch", out);
    }
  }

  private static void arc(Console console, Path directory) {
    Sheaf.execute(console, "arc", "synth", "--out", directory.toString());
    String programs = directory.resolve("programs.arc").toString();
    String tasks = directory.resolve("tasks").toString();
    for (String verb : List.of("check", "screen")) {
      Sheaf.execute(console, "arc", verb, "--programs", programs, "--tasks", tasks);
    }
    String cache = directory.resolve("cache.db").toString();
    String out = directory.resolve("run").toString();
    String store = directory.resolve("store.db").toString();
    Sheaf.execute(
        console,
        "arc",
        "play",
        "-o",
        "-T",
        "-c",
        "3",
        "--tasks",
        tasks,
        "--programs",
        programs,
        "--store",
        store,
        "--cache",
        cache,
        "--out",
        out);
  }
}
