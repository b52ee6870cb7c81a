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

/// Signals to a process of its own, whose units wait for a file.
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class SignalTest {
  @TempDir private Path folder;

  /// The process.
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      Console console = Console.ofProcess(Counting.catalogue());
      int code = Sheaf.execute(console, args);
      console.flush();
      System.exit(code);
    }
  }

  @Test
  void theFirstLetsRunningUnitsFinish() throws IOException, InterruptedException {
    for (String signal : new String[] {"INT", "TERM"}) {
      Path run = folder.resolve(signal);
      Path gate = folder.resolve("gate" + signal);
      Process process = start(run, gate);
      try (BufferedReader err = process.errorReader()) {
        await(err, "0/3 (");
        send(signal, process);
        assertThat(await(err, "stopping")).contains("a second ^C ends now and loses");
        assertThat(await(err, "to go on")).endsWith("sheaf run --resume " + run);
        Files.createFile(gate);
        assertThat(await(err, "stopped after")).contains("1 of 3 units done");
      }
      assertThat(process.waitFor()).isEqualTo(3);
      assertThat(process.inputReader().readLine())
          .contains("\"status\":\"stopped\"")
          .contains("\"next_step\":\"sheaf run --resume " + run + "\"");
      assertThat(new Shell().run("run", "--resume", run).out()).contains("\"done\":3");
    }
  }

  @Test
  void theSecondEndsAtOnceAndLeavesARunThatCanBeResumed() throws IOException, InterruptedException {
    Path run = folder.resolve("run");
    Path gate = folder.resolve("gate");
    Process process = start(run, gate);
    try (BufferedReader err = process.errorReader()) {
      await(err, "0/3 (");
      send("INT", process);
      await(err, "to go on");
      send("INT", process);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    Files.createFile(gate);
    Shell.Said said = new Shell().run("run", "--resume", run);
    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("interrupted in attempt 1");
  }

  /// With a terminal, so that progress is seen at once.
  static Process start(Path run, Path gate) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dsheaf.terminals=2",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "small",
            "--workers",
            "1",
            "--out",
            run.toString(),
            "--set",
            "gate=" + gate)
        .start();
  }

  private static void send(String signal, Process process)
      throws IOException, InterruptedException {
    assertThat(
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor())
        .isZero();
  }

  /// Reads on to what is looked for, on a line or in a bar that is drawn over.
  static String await(BufferedReader err, String part) throws IOException {
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      if (line.contains(part)) {
        return line;
      }
    }
    throw new AssertionError("the process ended without saying: " + part);
  }
}
