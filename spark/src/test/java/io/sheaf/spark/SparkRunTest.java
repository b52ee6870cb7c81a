package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sheaf.text.model.BertWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
  private static final String NODE = "io.sheaf.spark.Node";
  private static final Pattern FIRST_WORKER = Pattern.compile("worker-1 is .* process (\\d+)");

  /// Units of 300 ms that write a row and a file each. With this seed one unit in twenty is the
  /// seventh.
  private static final String[] NOOP = {
    "run", "noop", "--set", "units=12", "--set", "duration_ms=300", "--set", "output_bytes=1000"
  };

  private static final String TINY_BERT =
      "workloads/src/test/resources/io/sheaf/workloads/augment/tiny-bert.jar";

  private static final String POSTS =
      """
      id,post_text,sentence_text
      1,My arms feel heavy today. I will go to bed.,My arms feel heavy today.
      2,We met at noon. I could not sleep for days.,I could not sleep for days.
      """;

  @TempDir private static Path folder;

  private static Commands sheaf;
  private static String url;
  private static Path expected;

  /// A run on a cluster of another Spark, which waits in vain while other tests work.
  private static Commands.Running refused;

  private static CompletableFuture<Duration> refusedAfter;

  @BeforeAll
  static void up() throws IOException, InterruptedException {
    sheaf = Commands.in(folder);
    String theirs = up(sheaf.ofOtherSpark(), otherSpark(), 1);
    long began = System.nanoTime();
    refused = sheaf.start(noop(folder.resolve("refused"), "--on", theirs));
    refusedAfter =
        refused.process().onExit().thenApply(_ -> Duration.ofNanos(System.nanoTime() - began));
    url = up(sheaf, Path.of(cluster()), 2);
    expected = folder.resolve("expected");
    sheaf.run(noop(expected));
  }

  private static String up(Commands sheaf, Path directory, int workers)
      throws IOException, InterruptedException {
    String pid = Long.toString(ProcessHandle.current().pid());
    String[] up = {"cluster", "up", "--dir", directory.toString(), "--with", pid};
    String said = sheaf.run(with(up, "--workers", Integer.toString(workers)));
    return said.lines().filter(line -> line.startsWith("spark://")).findFirst().orElseThrow();
  }

  private static Path otherSpark() {
    return folder.resolve("foreign-spark");
  }

  @AfterAll
  static void down() throws IOException, InterruptedException {
    sheaf.run("cluster", "down", "--dir", cluster());
    sheaf.run("cluster", "down", "--dir", otherSpark().toString());
    assertThat(processes(NODE, folder)).isEmpty();
  }

  private static String cluster() {
    return folder.resolve("cluster").toString();
  }

  /// Processes of this cluster; others on this machine are none of our business.
  private static Stream<ProcessHandle> nodes() {
    return processes(NODE, Path.of(cluster()));
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

  /// ONNX Runtime is native, and particular about how its process was started.
  @Test
  @Order(2)
  void modelsGuessTheSameWordsAsOnThisMachine() throws IOException, InterruptedException {
    Path models = folder.resolve("models");
    BertWeights.convert(Commands.source(TINY_BERT), models.resolve("bert"));
    Path posts = folder.resolve("posts.csv");
    Files.writeString(posts, POSTS);
    String[] guess = {
      "run", "augment", "--set", "input=" + posts, "--set", "id_col=id", "--set", "save_format=csv"
    };
    String[] bert = with(guess, "--set", "methods=ta_mlm_sub_bert", "--set", "models=" + models);
    sheaf.run(with(bert, "--out", folder.resolve("bert-here").toString()));
    sheaf.run(onCluster(with(bert, "--out", folder.resolve("bert-there").toString())));
    assertThat(Commands.contents(folder.resolve("bert-there").resolve("out")))
        .isEqualTo(Commands.contents(folder.resolve("bert-here").resolve("out")))
        .hasEntrySatisfying(
            "combo_1_ta_mlm_sub_bert/dataset.csv",
            rows -> assertThat(rows.lines()).hasSizeGreaterThan(1));
  }

  /// The second master, which is not there, makes the cluster one that is not only here.
  @Test
  @Order(3)
  void outlivesAnExecutor() throws IOException, InterruptedException {
    Path run = folder.resolve("executor");
    String elsewhere = url + ",0.0.0.0:1";
    Commands.Running running = sheaf.start(noop(run, "--on", elsewhere, "--heap", "512m"));
    running.await("worker-2 is");
    Commands.kill(ofCluster(), EXECUTOR);
    assertThat(running.said(0)).contains("disappeared").contains("will be tried again");
    isAsExpected(run);
  }

  @Test
  @Order(4)
  void outlivesItsDriver() throws IOException, InterruptedException {
    Path run = folder.resolve("driver");
    Commands.Running running = underWay(run);
    running.process().destroyForcibly().waitFor();
    sheaf.run(onCluster("run", "--resume", run.toString()));
    isAsExpected(run);
  }

  /// There are so many units that none waits for the late one, as it would then be run twice.
  @Test
  @Order(5)
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
  @Order(6)
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

  /// Its process is as little to be trusted as the unit; the second attempt is alone.
  @Test
  @Order(7)
  void putsAsideWhatRunsOutOfMemory() throws IOException, InterruptedException {
    Path run = folder.resolve("memory");
    String[] filling = {"--set", "failing=0.05", "--set", "failure=oom", "--retries", "1"};
    assertThat(sheaf.start(onCluster(noop(run, filling))).said(1))
        .containsPattern("worker-\\d is given up: its unit ran out of memory")
        .contains("an executor was lost", "unit=0000007 is put aside after 2 attempts");
    assertThat(Files.readString(run.resolve("out").resolve("errors.csv")))
        .isEqualTo("unit,error\nunit=0000007,out of memory: Java heap space\n");
    assertThat(Commands.contents(run.resolve("out"))).containsKey("unit=0000012.txt");
  }

  @Test
  @Order(8)
  void saysInOneLineThatThereIsNoMaster() throws IOException, InterruptedException {
    Commands.Running running =
        sheaf.start(noop(folder.resolve("no"), "--on", "spark://127.0.0.1:1"));
    assertThat(running.said(2).lines())
        .singleElement()
        .asString()
        .contains("no Spark master answers");
  }

  @Test
  @Order(9)
  void saysInOneLineThatTheClusterIsAnotherSpark() throws IOException, InterruptedException {
    assertThat(refused.said(2).lines())
        .singleElement()
        .asString()
        .contains("is it Spark 4.2.0, as here");
    assertThat(refusedAfter.join())
        .as("25 s, and the start of Java on a machine that does other things")
        .isLessThan(Duration.ofSeconds(45));
    assertThat(Files.readString(otherSpark().resolve("logs").resolve("master.log")))
        .contains("Running Spark version 4.0.1", "Registering worker", "InvalidClassException");
  }

  /// The driver sees a file system there that nobody else sees.
  @Test
  @Order(10)
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
  @Order(11)
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
  @Order(12)
  void outlivesAWorkerWithItsExecutor() throws IOException, InterruptedException {
    Path run = folder.resolve("worker");
    Commands.Running running = underWay(run);
    Commands.kill(nodes(), "\0worker\0");
    assertThat(running.said(0)).contains("disappeared");
    isAsExpected(run);
    assertThat(Files.exists(run.resolve("work"))).isFalse();
  }

  @Test
  @Order(13)
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
    assertThat(running.said(3)).contains("does not answer any more", "sheaf run --resume");
  }
}
