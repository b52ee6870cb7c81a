package io.sheaf.workloads.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.merge.Validation;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class CommandRunTest {
  @TempDir private Path folder;
  private Runs runs;

  @BeforeEach
  void make() {
    runs = new Runs(folder, new CommandWorkload());
  }

  private Runs.Finished shell(String script, String... assignments) throws IOException {
    return runs.run(Runs.options(2, 0), with(script, assignments));
  }

  private static String[] with(String script, String... assignments) {
    List<String> all = new ArrayList<>(List.of(assignments));
    all.add("shell=true");
    all.add("command=[': {}; " + script.replace("'", "''") + "']");
    return all.toArray(String[]::new);
  }

  @Test
  void isTheSameForAnyDivisionOfTheWork() throws IOException {
    String[] work =
        with(
            "echo {} $SHEAF_SEED {seed}; echo e{} >&2; head -c 2{}00 /dev/zero >{output}; exit {}",
            "range=0..5",
            "success_codes=[0, 1, 2, 4]",
            "capture_bytes=12",
            "outputs=['" + folder + "/made/{}.bin']");
    Map<String, String> expected = runs.run(Runs.options(1, 0), work).out();
    assertThat(expected).containsKeys("jobs.csv", "outputs.csv", "stdout/0.txt");
    assertThat(expected.get("jobs.csv")).contains("3,3,,,,,,,exit code 3: e3");
    assertThat(runs.run(Runs.options(2, 0), work).out()).isEqualTo(expected);
    assertThat(runs.merged(3, work)).isEqualTo(expected);
    work[1] = "success_codes=[0, 1]";
    assertThat(runs.run(Runs.options(2, 0), work).out()).as("control").isNotEqualTo(expected);
  }

  @Test
  void passesWordsWithoutAShell() throws IOException {
    Runs.Finished finished =
        runs.run(
            Runs.options(2, 0),
            "command=[printf, '%s|', '{}', '$HOME']",
            "items=[\"a b\", \"it's; exit 1 *\"]");
    assertThat(finished.out().get("jobs.csv"))
        .contains("a b|$HOME|")
        .contains("it's; exit 1 *|$HOME|");
  }

  @Test
  void setsEnvironmentDirectoryAndInput() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("d1"));
    Files.writeString(directory.resolve("in1"), "read");
    Runs.Finished finished =
        shell(
            "cat; echo \" $WHAT $SHEAF_UNIT $SHEAF_ATTEMPT\"; pwd",
            "items=[1]",
            "directory=" + folder + "/d{}",
            "stdin=in{}",
            "environment.WHAT=<{}>");
    assertThat(finished.out().get("jobs.csv")).contains("read <1> 1 1\n" + directory.toRealPath());
  }

  @Test
  void triesAgainWhatEndsWithACode() throws IOException {
    String[] work = with("test \"$SHEAF_ATTEMPT\" = 2 || { echo why >&2; exit 9; }", "items=[x]");
    Runs.Finished mended = runs.run(Runs.options(1, 1), work);
    assertThat(mended.end().progress().done()).isEqualTo(1);
    assertThat(mended.said()).containsExactly("x will be tried again: exit code 9: why");
    assertThat(String.join("\n", mended.log("errors.log"))).contains("stderr:\nwhy");
    assertThat(runs.run(Runs.options(1, 0), work).end().progress().failed()).isEqualTo(1);
  }

  @Test
  void doesNotTryAgainWhatIsNotThere() throws IOException {
    Runs.Finished finished =
        runs.run(Runs.options(1, 3), "command=[no-such-program-anywhere]", "items=[x]");
    assertThat(finished.said()).singleElement().asString().startsWith("x: exit code 127");
    assertThat(finished.log("worker-1.log")).hasSize(1);
  }

  @Test
  void namesTheSignal() throws IOException {
    Runs.Finished finished = shell("kill -SEGV $$", "items=[x]");
    assertThat(finished.said().getLast()).contains("exit code 139 (signal 11, segmentation fault)");
  }

  @Test
  void limitsMemory() throws IOException {
    String script = "x=$(head -c 300000000 /dev/zero | tr \"\\\\0\" a) && echo fits";
    assertThat(shell(script, "items=[x]", "memory=100m").end().progress().failed()).isEqualTo(1);
  }

  /// The shell waits for what it has started, and only a signal to the group reaches that.
  @Test
  void endsEverythingThatTakesTooLong() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    Runs.Finished finished =
        runs.run(
            Runs.limited(Duration.ofMillis(500)),
            with("sleep 50 & echo $! >>" + pids + "; echo $$ >>" + pids + "; wait", "items=[x]"));
    assertThat(finished.said().getLast()).startsWith("x: took longer than");
    assertThat(Files.readAllLines(pids)).hasSize(2);
    Processes.awaitEnd(pids);
  }

  @Test
  void endsWhatACommandLeavesBehind() throws IOException, InterruptedException {
    Path pids = folder.resolve("pids");
    Runs.Finished finished = shell("sleep 50 & echo $! >>" + pids, "items=[x]");
    assertThat(finished.end().progress().done()).isEqualTo(1);
    Processes.awaitEnd(pids);
  }

  @Test
  void hasNoGuardianLeftAtTheEnd() throws IOException, InterruptedException {
    shell("true", "items=[x]");
    Processes.awaitNoGuardian(ProcessHandle.current());
  }

  @Test
  void movesOutputsIntoPlaceOnlyIfTheCommandSucceeds() throws IOException {
    Path made = folder.resolve("made");
    String outputs = "outputs=['" + made + "/{}.txt']";
    String script = "echo part >{output}; ls " + made + "/{}.txt 2>/dev/null; exit {}";
    Runs.Finished finished = shell(script, "items=[0, 1]", outputs);
    assertThat(finished.end().progress().failed()).isEqualTo(1);
    assertThat(finished.out().get("jobs.csv")).as("not there before").contains("\n0,0,,0,");
    try (var files = Files.list(made)) {
      assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("0.txt");
    }
    assertThat(finished.out().get("outputs.csv"))
        .isEqualTo(
            "unit,path,bytes,sha256\n0,%s/0.txt,5,%s\n"
                .formatted(made, Digest.of("part\n".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void validationLooksAtOutputs() throws IOException {
    Path made = folder.resolve("made");
    Runs.Finished finished =
        shell("echo {} >{output}", "items=[a, b]", "outputs=['" + made + "/{}.txt']");
    assertThat(problems(finished)).isEmpty();
    Files.writeString(made.resolve("a.txt"), "another");
    Files.delete(made.resolve("b.txt"));
    assertThat(problems(finished))
        .containsExactly(
            "outputs.csv: " + made + "/a.txt is not what its command made",
            "outputs.csv: " + made + "/b.txt is gone");
  }

  private static List<String> problems(Runs.Finished finished) throws IOException {
    return Validation.of(RunSnapshot.read(finished.directory(), _ -> new CommandWorkload()))
        .entrySet()
        .stream()
        .flatMap(file -> file.getValue().stream().map(what -> file.getKey() + ": " + what))
        .toList();
  }

  @Test
  void missesAnOutputThatIsNotMade() throws IOException {
    Runs.Finished finished = shell("true", "items=[x]", "outputs=['" + folder + "/none']");
    assertThat(finished.said().getLast()).contains("did not make the output " + folder + "/none");
  }

  @Test
  void keepsLongAndUnreadableOutputAsFiles() throws IOException {
    Runs.Finished finished = shell("printf '\\377'; head -c {} /dev/zero >&2", "items=[0, 20000]");
    Map<String, String> out = finished.out();
    assertThat(out.get("stdout/0.txt")).isEqualTo("\u00ff");
    assertThat(out.get("stderr/20000.txt")).hasSize(20_000);
    assertThat(out.get("jobs.csv"))
        .contains("0,0,,1,stdout/0.txt,,0,,")
        .contains("20000,0,,1,stdout/20000.txt,,20000,stderr/20000.txt,");
  }

  @Test
  void countsProcessorTimeOfItsCommands() throws IOException {
    String busy = "i=0; while [ $i -lt 600000 ]; do i=$((i+1)); done";
    List<String> events = shell(busy, "items=[x]").log("events.jsonl");
    String attempt =
        events.stream().filter(line -> line.contains("cpu_ms")).findFirst().orElseThrow();
    long millis = Long.parseLong(attempt.replaceAll(".*\"cpu_ms\":(\\d+).*", "$1"));
    assertThat(millis).isGreaterThan(100);
  }

  @Test
  void passesProgressOnAndKeepsItOutOfTheTable() throws IOException {
    Path file = Files.writeString(folder.resolve("said"), "a\nsheaf-progress 3/8\nsheaf-prog");
    List<List<Object>> told = new ArrayList<>();
    var context =
        (UnitContext)
            Proxy.newProxyInstance(
                CommandRunTest.class.getClassLoader(),
                new Class<?>[] {UnitContext.class},
                (_, method, arguments) -> {
                  told.add(List.of(method.getName(), arguments[0], arguments[1]));
                  return null;
                });
    Progress progress = new Progress(file);
    progress.look(context);
    Files.writeString(file, "a\nsheaf-progress 3/8\nsheaf-progress 4/8\nb\n");
    progress.look(context);
    progress.look(context);
    assertThat(told).containsExactly(List.of("progress", 3L, 8L), List.of("progress", 4L, 8L));
    assertThat(shell("echo a; echo sheaf-progress 1/2; echo b", "items=[x]").out().get("jobs.csv"))
        .contains("x,0,\"a\nb\n\",");
  }

  @Test
  void runsAgainOnlyWhatFailedOrChanged() throws IOException {
    Path trace = folder.resolve("trace");
    Path gate = folder.resolve("gate");
    Path input = Files.writeString(folder.resolve("in"), "1");
    String[] work =
        with(
            "echo {} >>" + trace + "; test {} != b || test -e " + gate,
            "items=[a, b, " + input + "]",
            "inputs=['{}']");
    Runs.Finished first = runs.run(Runs.options(1, 0), work);
    assertThat(first.end().progress().failed()).isEqualTo(1);
    Files.createFile(gate);
    Files.writeString(input, "2");
    Runs.Finished second = runs.run(first.directory(), Runs.options(1, 0), work);
    assertThat(second.end().progress().done()).isEqualTo(3);
    assertThat(Files.readAllLines(trace))
        .containsExactly("a", "b", input.toString(), "b", input.toString());
  }

  @Test
  void tellsWhatWasWritten() throws IOException {
    Path out = folder.resolve("none");
    Captured text = new Captured("text", 4L, null);
    var output = new UnitOutput(List.of(JobTables.done("x", 0, text, Captured.NOTHING)));
    assertThat(JobOutput.of(output, out)).isEqualTo(new JobOutput("text", ""));
    assertThat(Optional.of(JobTables.failed("x", "exit code 12: y").number(1))).contains(12.0);
  }
}
