package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowingCommandsTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void resultsShowsUnitsAndTables() {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--shard", "0/2", "--out", run, "--set", "failing=2");
    assertThat(shell.run("results", run).out())
        .isEqualTo(
            """
            %s: small (counting), shard 0/2, failed
            1 of 2 units done, 1 failed
            done    user=0
            failed  user=2  too little data, of all things
            """
                .formatted(run));
    assertThat(shell.run("results", run, "--csv").out())
        .isEqualTo(
            """
            unit,outcome,attempts,message
            user=0,done,1,
            user=2,failed,1,"too little data, of all things"
            """);
    assertThat(shell.run("results", run, "--json").out())
        .contains("\"state\":\"failed\",\"missing\":0,\"units\":[{\"unit\":\"user=0\"");
    assertThat(shell.run("results", run, "--table", "numbers").out())
        .isEqualTo("user,number,total\nu0,0,\n");
    assertThat(shell.run("results", run, "--table", "numbers", "--json").out())
        .isEqualToIgnoringNewLines("[{\"user\":\"u0\",\"number\":0,\"total\":null}]");
    assertThat(shell.run("results", run, "--table", "nombers").err())
        .contains("did you mean `numbers`?");
    assertThat(shell.run("results", run, "--csv", "--json").code()).isEqualTo(2);
  }

  @Test
  void resultsDoubtsAHeartbeatThatStopped() throws IOException {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run);
    Files.writeString(
        run.resolve("status.json"),
        "{\"status\":\"running\",\"timestamp\":\"2026-01-01T00:00:00Z\"}");
    assertThat(shell.run("results", run).out()).contains("no heartbeat since 2026-01-01T00:00:00Z");
  }

  @Test
  void presetsListsAndPrints() {
    assertThat(shell.run("presets").out())
        .isEqualTo(
            """
            PRESET  WORKLOAD  WHAT IT IS
            small   counting  Three units.
            large   counting  Sixty units.
            """);
    assertThat(shell.run("presets", "small").out()).isEqualTo("workload: counting\nn_users: 3\n");
    assertThat(shell.run("presets", "--json").out())
        .startsWith("[{\"name\":\"small\",\"workload\":\"counting\",\"summary\":\"Three units.\"}");
    assertThat(shell.run("presets", "small", "--json").out())
        .contains("\"yaml\":\"n_users: 3\\n\"");
  }

  @Test
  void workloadsListsThemAndTheirKeys() {
    assertThat(shell.run("workloads").out()).contains("counting  1        Counts.");
    assertThat(shell.run("workloads", "counting").out())
        .contains("n_users  a whole number of at least 0");
    assertThat(shell.run("workloads", "--json").out())
        .contains("{\"name\":\"factor\",\"takes\":\"a whole number of at least 0\",\"default\":1");
  }

  @Test
  void longValuesDoNotPushOriginsOffTheScreen() {
    String gate = "x".repeat(90);
    assertThat(shell.run("config", "small", "--set", "gate=" + gate, "--show-origin").out())
        .contains("gate: " + gate + "  # --set gate\n")
        .contains("\nn_users: 3          # preset small\n");
  }

  @Test
  void configTellsWhereValuesComeFrom() {
    shell.environment.put("SHEAF_SEED", "9");
    assertThat(shell.run("config", "small", "--set", "failing=1,2", "--show-origin").out())
        .isEqualTo(
            """
            workload: counting
            factor: 1           # default
            failing: [1, 2]     # --set failing
            gate: null          # default
            n_users: 3          # preset small
            seed: 9             # $SHEAF_SEED
            """);
    assertThat(shell.run("config", "small", "--json").out())
        .contains("\"seed\":{\"value\":9,\"origin\":\"$SHEAF_SEED\"}");
  }

  @Test
  void whatConfigPrintsCanBeRun() throws IOException {
    Path file = folder.resolve("printed.yaml");
    Files.writeString(file, shell.run("config", "small", "--set", "gate=yes").out());
    assertThat(shell.run("config", file).out()).isEqualTo(Files.readString(file));
  }

  @Test
  void doctorFindsThisMachineReady() throws IOException {
    Shell.Said said = shell.run("doctor", "--runs", folder.resolve("new/runs"));
    assertThat(said.out())
        .contains("java")
        .contains("cores")
        .contains("write access")
        .containsPattern("SQLite commits in \\d+\\.\\d ms")
        .endsWith("ready\n");
    assertThat(said.code()).isZero();
    assertThat(shell.run("doctor", "--json").out()).startsWith("{\"ready\":true,\"checks\":[{");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void doctorMissesAPlaceToWrite() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Shell.Said said = shell.run("doctor", "--runs", "/proc/self/fdinfo/runs");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("missing  write access").endsWith("not ready\n");
    assertThat(file).exists();
  }

  @Test
  void colourOnlyWhereItIsSeenAndWanted() {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run);
    Shell terminal = new Shell().onTerminal(80);
    assertThat(terminal.run("validate", run).out()).contains("\u001b[32m");
    terminal.environment.put("NO_COLOR", "1");
    assertThat(terminal.run("validate", run).out()).doesNotContain("\u001b");
    assertThat(shell.run("validate", run).out()).doesNotContain("\u001b");
  }
}
