package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class ObservingCommandsTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void watchShowsAllRunsBelowADirectory() {
    Path runs = folder.resolve("runs");
    shell.run("run", "small", "--out", runs.resolve("a"));
    shell.run("run", "small", "--out", runs.resolve("b"), "--set", "failing=1");
    Shell.Said said = shell.run("watch", "--runs", runs);
    assertThat(said.out())
        .containsPattern("(?m)^a +completed +100.0 % +3/3 +0")
        .containsPattern("(?m)^b +failed +100.0 % +3/3 +1")
        .containsPattern("(?m)^2 runs +100.0 % +6/6 +1")
        .contains("! 1 unit failed");
    assertThat(shell.run("watch", runs.resolve("a"), "--json").out())
        .contains("\"state\":\"completed\"")
        .contains("\"totals\":{\"done\":3,\"failed\":0,\"total\":3,\"percent\":100.0,\"rows\":3,");
    assertThat(shell.run("watch", "--follow", runs.resolve("a")).out()).hasLineCount(3);
    assertThat(shell.run("watch", "--runs", folder.resolve("none")).err()).contains("no runs in");
    assertThat(shell.run("watch", "--interval", "0").code()).isEqualTo(2);
  }

  @Test
  void explainTellsAUnitsStory() {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run, "--set", "failing=1");
    assertThat(shell.run("explain", run, "user=1").out())
        .startsWith("user=1: failed: too little data, of all things\n")
        .contains("attempt 1, because: first run")
        .containsPattern("failed on worker-\\d after .* of CPU")
        .contains("result sha256 ");
    assertThat(shell.run("explain", run, "user=0", "--json").out())
        .contains("\"outcome\":\"done\"")
        .contains("\"why\":\"first run\"");
    Shell.Said unknown = shell.run("explain", run, "usr=1");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean `user=1`?");
  }

  @Test
  void retryRunsFailedUnitsAndThoseThatAreNamed() {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run, "--set", "failing=1");
    Shell.Said said = shell.run("retry", run, "user=0");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("runs again: user=0: asked for")
        .contains("runs again: user=1: it failed before")
        .doesNotContain("user=2");
    assertThat(shell.run("explain", run, "user=0").out()).contains("attempt 2, because: asked for");
    assertThat(shell.run("retry", run, "user=7").err()).contains("has no unit `user=7`");
  }

  @Test
  void profileSaysWhenAWorkloadTellsNoPhases() {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run);
    assertThat(shell.run("profile", run).out())
        .contains("3 units, 3 attempts")
        .contains("its workload tells no phases");
    Path trace = folder.resolve("trace.json");
    Shell.Said said = shell.run("profile", run, "--by", "unit", "--json", "--trace", trace);
    assertThat(said.out()).contains("\"units\":[{\"id\":\"user=");
    assertThat(said.err()).contains("has 3 attempts");
    assertThat(trace).content().contains("\"name\":\"user=0\",\"cat\":\"unit\",\"ph\":\"X\"");
    assertThat(shell.run("run", "small", "--out", folder.resolve("two")).err())
        .doesNotContain("PARALLELISM");
  }

  @Test
  void aDryRunLearnsFromAnEarlierRun() {
    Path runs = folder.resolve("runs");
    assertThat(shell.run("run", "small", "--runs", runs, "--dry-run").out())
        .doesNotContain("units looked at");
    shell.run("run", "small", "--runs", runs);
    assertThat(shell.run("run", "large", "--runs", runs, "--dry-run", "--workers", "2").out())
        .containsPattern(
            "by the 3 units looked at in .*small-.* \\(.*configuration.*\\): .* on 2 workers");
  }

  @Test
  void thereIsNothingToStopInAFinishedRun() {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run);
    Shell.Said said = shell.run("stop", run);
    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("is completed; there is nothing to stop");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stopWaitsForRunningUnitsAndNowDoesNot() throws IOException, InterruptedException {
    Path run = folder.resolve("run");
    Path gate = folder.resolve("gate");
    Process process = SignalTest.start(run, gate);
    try (BufferedReader err = process.errorReader()) {
      SignalTest.await(err, "0/3 (");
      Thread opener =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      SignalTest.await(err, "stopping");
                      Files.createFile(gate);
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      Shell.Said said = shell.run("stop", run);
      opener.join();
      assertThat(said.out())
          .isEqualTo(
              "%s: stopped, 1 of 3 units done, 0 failed; to go on: sheaf run --resume %s\n"
                  .formatted(run, run));
    }
    assertThat(process.waitFor()).isEqualTo(3);

    Path second = folder.resolve("second");
    Process killed = SignalTest.start(second, folder.resolve("never"));
    try (BufferedReader err = killed.errorReader()) {
      SignalTest.await(err, "0/3 (");
      assertThat(shell.run("stop", "--now", second).out()).contains(": killed, 0 of 3 units done");
      assertThat(killed.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(shell.run("watch", second).out()).contains("dead").contains("is gone");
  }
}
