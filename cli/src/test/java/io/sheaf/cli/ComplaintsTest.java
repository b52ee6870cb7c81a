package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every error is one line that says what, where, what was expected and what to do.
class ComplaintsTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          rum small                         | unknown command `rum`; did you mean `run`?
          run smal                          | unknown preset `smal`; did you mean `small`? (there are: small, large)
          run                               | expected a preset or a file; `sheaf presets` lists
          run small --sharts 0/4            | did you mean --shard
          run small --shard 4/4             | shard 4/4: expected I/N with 0 <= I < N
          run small --shard 1of4            | shard `1of4`: expected I/N, as in 0/4
          run small --workers 0             | --workers 0: expected 1 or more
          run small --workers many          | 'many' is not an int
          run small --retries -1            | --retries -1: expected 0 or more
          run small --heap 4                | --heap 4: expected a size such as 900m or 4g
          run small --progress loud         | expected one of auto, plain, json, off
          run small --set factr=1           | unknown key `factr`; did you mean `factor`?
          run small --set factor=-1         | --set factor: `factor`: expected a whole number of at least 0, found `-1`
          run small --set factor            | --set factor: expected key=value
          run small --out a --resume b      | expected one of them
          run nowhere/conf.yaml             | nowhere/conf.yaml: no such file or directory
          merge --shards a                  | Missing required option: '--output=DIR'
          merge --shards nowhere --output x | nowhere: no such directory
          validate                          | expected the run directories to validate
          validate nowhere                  | nowhere: no such directory
          results                           | Missing required parameter: 'DIR'
          results nowhere                   | nowhere: no such directory
          presets larg                      | did you mean `large`?
          workloads count                   | unknown workload `count`
          config smal                       | did you mean `small`?
          completion fisch                  | did you mean `fish`?
          man rum                           | did you mean `run`?
          help rum                          | did you mean `run`?
          """)
  void oneLineAndExitCodeTwo(String command, String part) {
    Shell.Said said = shell.run((Object[]) command.split(" +"));
    assertThat(said.err()).startsWith("sheaf: ").contains(part);
    assertThat(said.err().lines()).hasSize(1);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void showsAStackTraceOnlyOnDemand() {
    assertThat(shell.run("run", "smal").err()).doesNotContain("\tat ");
    assertThat(shell.run("run", "smal", "--debug").err()).contains("\tat io.sheaf");
    assertThat(shell.run("--debug", "run", "smal").err()).contains("\tat io.sheaf");
  }

  @Test
  void saysWhichLineOfAFileIsWrong() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "workload: counting\nn_users: 3\nfactor: x\n");
    assertThat(shell.run("run", file).err())
        .isEqualToIgnoringNewLines(
            "sheaf: " + file + ":3: `factor`: expected a whole number of at least 0, found `x`");
    Files.writeString(file, "workload: counting\nn_users: [3\n");
    assertThat(shell.run("run", file).err()).contains("not valid YAML");
    Files.writeString(file, "factor: 1\n");
    assertThat(shell.run("run", file).err())
        .contains("names no workload and no preset; taken as workload: cohort")
        .contains("unknown workload `cohort`");
    Files.writeString(file, "preset: small\nworkload: other\n");
    assertThat(shell.run("run", file).err()).contains("expected counting as in preset small");
  }

  @Test
  void pointsToAFileOfThatName() throws IOException {
    Path file = Files.createTempFile(Path.of(""), "sheaf", "");
    try {
      assertThat(shell.run("run", file).err()).contains("give it as ./" + file);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void withoutACommandHelpComesAsAnError() {
    Shell.Said said = shell.run();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("Usage: sheaf");
  }

  @Test
  void helpListsEveryCommand() {
    String help = shell.run("--help").out();
    for (Verb verb : Verb.values()) {
      assertThat(help)
          .containsPattern("\n  " + verb.word() + " +" + verb.summary().split(" ", -1)[0]);
      Shell.Said own = shell.run(verb.word(), "--help");
      assertThat(own.code()).isZero();
      assertThat(own.out()).contains("Usage: sheaf " + verb.word());
      assertThat(shell.run("help", verb.word()).out()).isEqualTo(own.out());
    }
    assertThat(List.of(help.split("\n", -1))).allMatch(line -> line.length() <= 80);
    assertThat(shell.run("--version").out()).matches("sheaf \\d+\\.\\d+\\.\\d+\\R");
  }
}
