package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// An array job on a real Slurm, started for it on this machine.
@EnabledIf(
    value = "io.sheaf.cli.Slurm#isThere",
    disabledReason = "needs Slurm: apt-get install slurmctld slurmd slurm-client")
@Timeout(300)
class SlurmTest {
  private static final long LOOK_MILLIS = 100;
  private static final Pattern SOME_DONE = Pattern.compile("\"done\":[1-9]");
  private static final List<String> UNITS =
      List.of("noop", "--set", "units=16", "--set", "duration_ms=1000");

  @TempDir private Path folder;

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    while (!condition.holds()) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"));
  }

  /// What jobs start.
  @BeforeEach
  void install() throws IOException {
    Path sheaf = folder.resolve("sheaf");
    String command = "exec '" + String.join("' '", java()) + "' io.sheaf.cli.Sheaf \"$@\"";
    Files.writeString(sheaf, "#!/bin/sh\n" + command + "\n");
    assertThat(sheaf.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void tasksThatAreKilledOrToldToStopGoOn() throws IOException, InterruptedException {
    Path array = folder.resolve("array");
    try (Slurm slurm = Slurm.start(Files.createDirectory(folder.resolve("slurm")))) {
      List<String> submit = new ArrayList<>(java());
      submit.addAll(List.of("-Dsheaf.home=" + folder, "io.sheaf.cli.Sheaf", "slurm"));
      submit.addAll(UNITS);
      submit.addAll(List.of("--shards", "2", "--out", array.toString(), "--submit"));
      String[] jobs = slurm.run(submit.toArray(String[]::new)).split("\n", -1);

      await(() -> hasBegun(array, 0) && hasBegun(array, 1));
      slurm.run("scontrol", "requeue", jobs[0] + "_0");
      // What Slurm itself does before the time limit: the script asks for `--signal=B:TERM`.
      slurm.run("scancel", "--batch", "--signal=TERM", jobs[0] + "_1");
      await(() -> slurm.hasEnded(jobs[0]) && slurm.hasEnded(jobs[1]));
    }
    for (int task = 0; task < 2; task++) {
      assertThat(log(array, Integer.toString(task))).containsPattern("(?s)8 units done");
      assertThat(Files.readString(shard(array, task).resolve("logs").resolve("run.log")))
          .as("it went on where it was")
          .contains("8 of 8 units to run")
          .containsPattern("[1-7] of 8 units to run");
    }
    assertThat(log(array, "merge")).contains("valid");
    assertThat(out(array.resolve("merged"))).isEqualTo(outHere());
  }

  private static Path shard(Path array, int task) {
    return array.resolve("s" + task + "of2");
  }

  private static boolean hasBegun(Path array, int task) throws IOException {
    Path status = shard(array, task).resolve("status.json");
    return Files.exists(status) && SOME_DONE.matcher(Files.readString(status)).find();
  }

  private static String log(Path array, String name) throws IOException {
    return Files.readString(array.resolve("logs").resolve(name + ".log"));
  }

  private List<String> outHere() throws IOException {
    Path here = folder.resolve("here");
    List<Object> words = new ArrayList<>(List.of("run"));
    words.addAll(UNITS);
    words.addAll(List.of("--set", "duration_ms=0", "--out", here));
    assertThat(new Shell(new BuiltIn()).run(words.toArray()).code()).isZero();
    return out(here);
  }

  /// Names and contents.
  private static List<String> out(Path run) throws IOException {
    List<String> contents = new ArrayList<>();
    try (Stream<Path> files = Files.list(run.resolve("out"))) {
      for (Path file : files.sorted().toList()) {
        contents.add(file.getFileName() + ": " + Files.readString(file));
      }
    }
    return contents;
  }
}
