package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final String[] NOOP = {
    "run", "noop", "--set", "units=12", "--set", "duration_ms=300", "--set", "output_bytes=1000"
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
    sheaf.run(noop(expected));
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

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String[] noop(Path out, String... more) {
    return with(with(NOOP, "--out", out.toString()), more);
  }

  private static String[] onCluster(String... words) {
    return with(words, "--on", url, "--heap", "512m");
  }

  /// A run to which both workers have come.
  private static Commands.Running underWay(Path out) throws IOException, InterruptedException {
    Commands.Running running = sheaf.start(onCluster(noop(out)));
    running.await("worker-2 is");
    return running;
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
    sheaf.run(cohort(data, "here"));
    sheaf.run(onCluster(cohort(data, "there")));
    assertThat(Commands.contents(folder.resolve("there").resolve("out")))
        .isEqualTo(Commands.contents(folder.resolve("here").resolve("out")))
        .hasSizeGreaterThan(2);
  }

  private static String[] cohort(Path data, String out) {
    String[] words = {"run", "k6_full", "--set", "surrogates=20", "--cache", "off"};
    return with(words, "--set", "data_root=" + data, "--out", folder.resolve(out).toString());
  }

  @Test
  @Order(2)
  void outlivesAnExecutor() throws IOException, InterruptedException {
    Path run = folder.resolve("executor");
    Commands.Running running = underWay(run);
    Commands.kill(ofCluster(), EXECUTOR);
    assertThat(running.said(0)).contains("disappeared").contains("will be tried again");
    isAsExpected(run);
  }

  @Test
  @Order(3)
  void outlivesItsDriver() throws IOException, InterruptedException {
    Path run = folder.resolve("driver");
    Commands.Running running = underWay(run);
    running.process().destroyForcibly().waitFor();
    sheaf.run(onCluster("run", "--resume", run.toString()));
    isAsExpected(run);
  }

  @Test
  @Order(4)
  void putsAsideWhatKillsExecutors() throws IOException, InterruptedException {
    Path run = folder.resolve("quarantine");
    String[] killing = {"--set", "failing=0.05", "--set", "failure=exit", "--retries", "1"};
    assertThat(sheaf.start(onCluster(noop(run, killing))).said(1))
        .contains("is put aside after 2 attempts");
    assertThat(Files.readString(run.resolve("out").resolve("errors.csv")))
        .contains("unit=0000007,")
        .doesNotContain("unit=0000006,");
    assertThat(Commands.contents(run.resolve("out"))).containsKey("unit=0000006.txt");
  }

  @Test
  @Order(5)
  void saysInOneLineThatThereIsNoMaster() throws IOException, InterruptedException {
    Commands.Running running =
        sheaf.start(noop(folder.resolve("no"), "--on", "spark://127.0.0.1:1"));
    assertThat(running.said(2).lines())
        .singleElement()
        .asString()
        .contains("no Spark master answers");
  }

  @Test
  @Order(6)
  void outlivesAWorkerWithItsExecutor() throws IOException, InterruptedException {
    Path run = folder.resolve("worker");
    Commands.Running running = underWay(run);
    Commands.kill(nodes(), "\0worker\0");
    assertThat(running.said(0)).contains("disappeared");
    isAsExpected(run);
    assertThat(Files.exists(run.resolve("work"))).isFalse();
  }
}
