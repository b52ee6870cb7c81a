package io.sheaf.workloads.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.run.RunDirectory;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of the process that runs commands.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class CommandKillTest {
  @TempDir private Path folder;

  /// The process.
  static final class Main {
    private Main() {}

    public static void main(String[] words) throws IOException {
      Runs runs = new Runs(Path.of("."), new CommandWorkload());
      String[] work = Arrays.copyOfRange(words, 1, words.length);
      runs.run(new RunDirectory(Path.of(words[0])), Runs.options(2, 0), work);
    }
  }

  private static Process start(Path run, String... work) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add(run.toString());
    command.addAll(List.of(work));
    return new ProcessBuilder(command).inheritIO().start();
  }

  /// A command, what it has started, and what has left its group.
  private String[] sleepers(Path pids) {
    String script =
        ": {}; echo $$ >>%1$s; sleep 99 & echo $! >>%1$s; setsid sleep 98 & echo $! >>%1$s; wait"
            .formatted(pids);
    return new String[] {"items=[a, b]", "shell=true", "command=['" + script + "']"};
  }

  private static void awaitLines(Path file, int lines) throws InterruptedException {
    Processes.await(
        () -> {
          try {
            return Files.exists(file) && Files.readAllLines(file).size() >= lines;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void leavesNoOrphans() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    Process process = start(folder.resolve("run"), sleepers(pids));
    awaitLines(pids, 6);
    assertThat(Processes.alive(pids)).hasSize(6);
    process.destroyForcibly().waitFor();
    Processes.awaitEnd(pids);
  }

  /// The control arm: without the guardian they would stay.
  @Test
  void wouldLeaveOrphansWithoutTheGuardian() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    Process process = start(folder.resolve("run"), sleepers(pids));
    awaitLines(pids, 6);
    List<ProcessHandle> guardians = Processes.guardians(process.toHandle());
    assertThat(guardians).hasSize(1);
    guardians.forEach(ProcessHandle::destroyForcibly);
    Processes.awaitNoGuardian(process.toHandle());
    process.destroyForcibly().waitFor();
    List<ProcessHandle> orphans = Processes.alive(pids);
    orphans.forEach(ProcessHandle::destroyForcibly);
    assertThat(orphans).hasSize(6);
  }

  @Test
  void resumesToTheSameBytes() throws IOException, InterruptedException {
    Path trace = folder.resolve("trace");
    Path made = folder.resolve("made");
    String script = "echo {} >>%s; echo {}{} >{output}; sleep 0.05; echo done {}".formatted(trace);
    String[] work = {
      "range=1..40", "shell=true", "outputs=['" + made + "/{}.txt']", "command=['" + script + "']"
    };
    Runs runs = new Runs(folder, new CommandWorkload());
    Map<String, String> expected = runs.run(Runs.options(2, 0), work).out();
    Files.delete(trace);
    Path run = folder.resolve("killed");
    for (int started : List.of(5, 20)) {
      Process process = start(run, work);
      awaitLines(trace, started);
      process.destroyForcibly().waitFor();
    }
    Runs.Finished finished = runs.run(new RunDirectory(run), Runs.options(2, 0), work);
    assertThat(finished.out()).isEqualTo(expected);
    assertThat(Files.readAllLines(trace).size()).isBetween(40, 40 + 2 * 4);
    try (var files = Files.list(made)) {
      assertThat(files).hasSize(40);
    }
  }
}
