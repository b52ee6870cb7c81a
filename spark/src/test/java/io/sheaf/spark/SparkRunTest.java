package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs on a real Spark of a master and two workers on this machine, while parts of it are killed.
///
/// In order, because the last test costs a worker.
@EnabledOnOs(OS.LINUX)
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkRunTest {
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

  /// Units of 300 ms that write a row and a file each. With this seed one unit in twenty is the
  /// seventh.
  private static final String[] UNITS = {
    "--set", "units=12", "--set", "duration_ms=300", "--set", "output_bytes=1000"
  };

  @TempDir private static Path folder;

  private static Commands sheaf;
  private static String url;
  private static Path expected;

  @BeforeAll
  static void up() throws IOException, InterruptedException {
    sheaf = Commands.in(folder);
    String pid = Long.toString(ProcessHandle.current().pid());
    String said = sheaf.run("cluster", "up", "--dir", cluster(), "--workers", "2", "--with", pid);
    url = said.lines().filter(line -> line.startsWith("spark://")).findFirst().orElseThrow();
    expected = folder.resolve("expected");
    sheaf.run(noop(expected).toArray(String[]::new));
  }

  @AfterAll
  static void down() throws IOException, InterruptedException {
    sheaf.run("cluster", "down", "--dir", cluster());
    assertThat(nodes()).isEmpty();
  }

  private static String cluster() {
    return folder.resolve("cluster").toString();
  }

  /// Processes of this cluster; others on this machine are none of our business.
  private static Stream<ProcessHandle> nodes() {
    return ProcessHandle.allProcesses()
        .filter(one -> Commands.commandLine(one).contains(folder.toString()))
        .filter(one -> Commands.commandLine(one).contains("io.sheaf.spark.Node"));
  }

  private static Stream<ProcessHandle> ofCluster() {
    return nodes().flatMap(node -> Stream.concat(Stream.of(node), node.descendants()));
  }

  private static List<String> noop(Path out, String... more) {
    List<String> words = new ArrayList<>(List.of("run", "noop", "--out", out.toString()));
    words.addAll(List.of(UNITS));
    words.addAll(List.of(more));
    return words;
  }

  private static Commands.Running start(Path out, String... more) throws IOException {
    List<String> words = noop(out, more);
    words.addAll(List.of("--on", url, "--heap", "512m"));
    return sheaf.start(words.toArray(String[]::new));
  }

  private static void isAsExpected(Path run) throws IOException {
    assertThat(Commands.contents(run.resolve("out")))
        .isEqualTo(Commands.contents(expected.resolve("out")));
  }

  @Test
  @Order(1)
  void cohortsComeOutAsOnThisMachine() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    sheaf.run("cohort", "synth", "--users", "3", "--rows", "500", "--out", data.toString());
    String[] here = cohort(data, "here");
    sheaf.run(here);
    List<String> there = new ArrayList<>(List.of(cohort(data, "there")));
    there.addAll(List.of("--on", url, "--heap", "512m"));
    sheaf.run(there.toArray(String[]::new));
    assertThat(Commands.contents(folder.resolve("there").resolve("out")))
        .isEqualTo(Commands.contents(folder.resolve("here").resolve("out")))
        .hasSizeGreaterThan(2);
  }

  private static String[] cohort(Path data, String out) {
    return new String[] {
      "run",
      "k6_full",
      "--set",
      "data_root=" + data,
      "--set",
      "surrogates=20",
      "--cache",
      "off",
      "--out",
      folder.resolve(out).toString()
    };
  }

  @Test
  @Order(2)
  void outlivesAnExecutor() throws IOException, InterruptedException {
    Path run = folder.resolve("executor");
    Commands.Running running = start(run);
    running.await("worker-2 is");
    Commands.kill(ofCluster(), EXECUTOR);
    assertThat(running.said(0)).contains("disappeared").contains("will be tried again");
    isAsExpected(run);
  }

  @Test
  @Order(3)
  void outlivesItsDriver() throws IOException, InterruptedException {
    Path run = folder.resolve("driver");
    Commands.Running running = start(run);
    running.await("worker-2 is");
    running.process().destroyForcibly().waitFor();
    sheaf.run("run", "--resume", run.toString(), "--on", url, "--heap", "512m");
    isAsExpected(run);
  }

  @Test
  @Order(4)
  void putsAsideWhatKillsExecutors() throws IOException, InterruptedException {
    Path run = folder.resolve("quarantine");
    String[] killing = {"--set", "failing=0.05", "--set", "failure=exit", "--retries", "1"};
    assertThat(start(run, killing).said(1)).contains("is put aside after 2 attempts");
    assertThat(Files.readString(run.resolve("out").resolve("errors.csv")))
        .contains("unit=0000007,")
        .doesNotContain("unit=0000006,");
    assertThat(Commands.contents(run.resolve("out"))).containsKey("unit=0000006.txt");
  }

  @Test
  @Order(5)
  void saysInOneLineThatThereIsNoMaster() throws IOException, InterruptedException {
    Commands.Running running =
        sheaf.start(
            noop(folder.resolve("no"), "--on", "spark://127.0.0.1:1").toArray(String[]::new));
    assertThat(running.said(2).lines())
        .singleElement()
        .asString()
        .contains("no Spark master answers");
  }

  @Test
  @Order(6)
  void outlivesAWorkerWithItsExecutor() throws IOException, InterruptedException {
    Path run = folder.resolve("worker");
    Commands.Running running = start(run);
    running.await("worker-2 is");
    Commands.kill(nodes(), "\0worker\0");
    assertThat(running.said(0)).contains("disappeared");
    isAsExpected(run);
    assertThat(Files.exists(run.resolve("work"))).isFalse();
  }
}
