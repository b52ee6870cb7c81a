package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
/// In order, because the last tests cost a worker and then the cluster.
@EnabledOnOs(OS.LINUX)
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkRunTest {
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
  private static final Pattern FIRST_WORKER = Pattern.compile("worker-1 is .* process (\\d+)");

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
    return processes("io.sheaf.spark.Node", folder);
  }

  private static Stream<ProcessHandle> processes(String kind, Path directory) {
    return ProcessHandle.allProcesses()
        .filter(one -> Commands.commandLine(one).contains(directory.toString()))
        .filter(one -> Commands.commandLine(one).contains(kind));
  }

  private static void end(List<ProcessHandle> processes) {
    assertThat(processes)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(Duration.ofMinutes(1)));
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
  private static Commands.Running underWay(Path out, String... more)
      throws IOException, InterruptedException {
    Commands.Running running = sheaf.start(onCluster(noop(out, more)));
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

  /// There are so many units that none waits for the late one, as it would then be run twice.
  @Test
  @Order(4)
  void doesNotHearAnExecutorThatComesBackLate() throws IOException, InterruptedException {
    Path run = folder.resolve("late");
    String[] many = {"--set", "units=90"};
    Commands.Running running = underWay(run, many);
    Matcher worker = FIRST_WORKER.matcher(Files.readString(running.log()));
    assertThat(worker.find()).isTrue();
    String process = worker.group(1);
    Commands.signal("STOP", process);
    try {
      running.await("silent for 15 s");
    } finally {
      Commands.signal("CONT", process);
    }
    assertThat(running.said(0))
        .containsPattern("will be tried again: worker-1 .* silent for 15 s")
        .containsPattern("worker-3 is .* process " + process + "\\n");
    Path quick = folder.resolve("late-expected");
    sheaf.run(noop(quick, with(many, "--set", "duration_ms=0")));
    assertThat(Commands.contents(run.resolve("out")))
        .isEqualTo(Commands.contents(quick.resolve("out")));
  }

  @Test
  @Order(5)
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
  @Order(6)
  void saysInOneLineThatThereIsNoMaster() throws IOException, InterruptedException {
    Commands.Running running =
        sheaf.start(noop(folder.resolve("no"), "--on", "spark://127.0.0.1:1"));
    assertThat(running.said(2).lines())
        .singleElement()
        .asString()
        .contains("no Spark master answers");
  }

  /// The driver sees a file system there that nobody else sees.
  @Test
  @Order(7)
  void saysInOneLineThatExecutorsDoNotSeeTheDirectory() throws IOException, InterruptedException {
    Path hidden = Files.createDirectory(folder.resolve("hidden"));
    List<String> alone = List.of("unshare", "--user", "--map-root-user", "--mount");
    assumeThat(succeeds(alone)).as("has a file system of its own").isTrue();
    String mount = "mount -t tmpfs none '%s' && exec \"$0\" \"$@\"".formatted(hidden);
    List<String> starter = Stream.concat(alone.stream(), Stream.of("sh", "-c", mount)).toList();
    Path run = hidden.resolve("run");
    String said = sheaf.start(starter, onCluster(noop(run))).said(3);
    assertThat(said.lines().filter(line -> line.contains("expected a directory that all")))
        .singleElement()
        .asString()
        .contains(run + " is not there");
    assertThat(said).doesNotContain("Exception");
  }

  private static boolean succeeds(List<String> starter) {
    try {
      List<String> command = Stream.concat(starter.stream(), Stream.of("true")).toList();
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException | InterruptedException _) {
      return false;
    }
  }

  @Test
  @Order(8)
  void endsWithItsParentAndStartsAgain() throws IOException, InterruptedException {
    Path other = folder.resolve("other");
    String[] up = {"cluster", "up", "--workers", "1", "--dir", other.toString()};
    Process parent = new ProcessBuilder("sleep", "600").start();
    sheaf.run(with(up, "--with", Long.toString(parent.pid())));
    List<ProcessHandle> all = processes("io.sheaf", other).toList();
    assertThat(all).as("keeper, master, worker").hasSize(3);
    parent.destroyForcibly();
    end(all);
    sheaf.run(up);
    List<ProcessHandle> anew = processes("io.sheaf", other).toList();
    sheaf.run("cluster", "down", "--dir", other.toString());
    end(anew);
    assertThat(other.toFile().list()).containsExactly("keeper.lock");
  }

  @Test
  @Order(9)
  void outlivesAWorkerWithItsExecutor() throws IOException, InterruptedException {
    Path run = folder.resolve("worker");
    Commands.Running running = underWay(run);
    Commands.kill(nodes(), "\0worker\0");
    assertThat(running.said(0)).contains("disappeared");
    isAsExpected(run);
    assertThat(Files.exists(run.resolve("work"))).isFalse();
  }

  @Test
  @Order(10)
  void endsWithItsKeeperWhateverRuns() throws IOException, InterruptedException {
    Commands.Running running = sheaf.start(onCluster(noop(folder.resolve("keeper"))));
    running.await("worker-1 is");
    List<ProcessHandle> all = ofCluster().toList();
    assertThat(all)
        .filteredOn(one -> Commands.commandLine(one).contains(EXECUTOR))
        .as("ONNX Runtime cannot run under a longer one")
        .isNotEmpty()
        .allMatch(one -> Commands.commandLine(one).length() < 3_900);
    assertThat(Path.of(cluster(), "work", "local")).as("not in /tmp").isNotEmptyDirectory();
    Commands.kill(processes("ClusterKeeper", folder), cluster());
    end(all);
    running.process().destroyForcibly().waitFor();
  }
}
