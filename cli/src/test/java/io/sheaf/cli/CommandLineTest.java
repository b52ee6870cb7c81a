package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `sheaf run command -- ...`, as one who knows GNU parallel types it.
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class CommandLineTest {
  private final Shell shell = new Shell(new BuiltIn());

  @TempDir private Path folder;

  private Shell.Said run(String... words) {
    List<Object> all = new ArrayList<>(List.of("run", "command", "--out", folder.resolve("run")));
    Collections.addAll(all, (Object[]) words);
    return shell.run(all.toArray());
  }

  @Test
  void printsWhatTheCommandsWrite() {
    Shell.Said said = run("--", "echo", "<{}>", "{/.}", ":::", "b b", "a/c.txt");
    assertThat(said.code()).isZero();
    assertThat(said.out().lines()).containsExactlyInAnyOrder("<b b> b b", "<a/c.txt> c");
    assertThat(said.err()).contains("2 of 2 units done");
  }

  @Test
  void leavesTheCommandAlone() {
    Shell.Said said = run("--", "echo", "--help", "-j", "--", "@x", "--out={}", ":::", "--debug");
    assertThat(said.out()).isEqualTo("--help -j -- @x --out=--debug\n");
  }

  @Test
  void needsNoNameInFrontOfACommand() {
    Shell.Said said =
        shell.run(
            "run", "--out", folder.resolve("run"), "--", "echo", "{2}{1}", ":::", "a", ":::", "b");
    assertThat(said.out()).isEqualTo("ba\n");
  }

  @Test
  void keepsTheOrderIfAsked() {
    Shell.Said said =
        run("-j", "2", "-k", "--", "sh", "-c", "sleep 0.{}; echo {}", ":::", "3", "1", "0", "2");
    assertThat(said.out()).isEqualTo("3\n1\n0\n2\n");
  }

  @Test
  void readsValuesFromStandardInput() {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("x y\nz\n".getBytes(StandardCharsets.UTF_8)));
      Shell.Said said = run("-k", "--", "echo");
      assertThat(said.out()).isEqualTo("x y\nz\n");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void saysThatCommandsFailedAndResumesThem() throws IOException {
    Path gate = folder.resolve("gate");
    Shell.Said said =
        run(
            "--retries",
            "0",
            "--",
            "sh",
            "-c",
            "echo o{}; test {} = a -o -e " + gate,
            ":::",
            "a",
            "b");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEqualTo("oa\n");
    assertThat(said.err()).contains("failed: b: exit code 1");
    Files.createFile(gate);
    Shell.Said resumed = shell.run("run", "--resume", folder.resolve("run"));
    assertThat(resumed.code()).isZero();
    assertThat(resumed.out()).isEqualTo("ob\n");
    assertThat(shell.run("validate", folder.resolve("run")).code()).isZero();
  }

  @Test
  void endsWhatTakesTooLong() {
    Shell.Said said =
        run("--timeout", "300ms", "--retries", "0", "--", "sleep", "{}", ":::", "60", "0");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("failed: 60: took longer than");
    assertThat(run("--timeout", "soon", "--", "true", ":::", "1").err())
        .contains("expected a time such as 30s");
  }

  @Test
  void printsCommandsInADryRun() {
    Shell.Said said =
        run(
            "--dry-run",
            "--set",
            "shards=2",
            "--",
            "python",
            "r.py",
            "--shard",
            "{shard}/{shards}");
    assertThat(said.out()).contains("python r.py --shard 0/2\npython r.py --shard 1/2\n");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void printsALineOfJsonWhereCommandsPrintNothing() {
    Shell.Said said = run("--set", "print=false", "--", "echo", ":::", "1");
    assertThat(said.out()).startsWith("{\"status\":\"completed\"");
  }

  @Test
  void refusesACommandForOtherWork() {
    Shell.Said said = shell.run("run", "noop", "--", "echo", ":::", "1");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("unknown key `command`");
  }

  /// What is printed stands above the bar, which is drawn again below it.
  @Test
  void doesNotMixWithTheBar() {
    Shell.Said said =
        new Shell(new BuiltIn())
            .onTerminal(80)
            .run("run", "--out", folder.resolve("run"), "--", "echo", "x{}", ":::", "1");
    assertThat(said.out()).isEqualTo("x1\n");
    assertThat(said.err()).contains("1/1");
  }
}
