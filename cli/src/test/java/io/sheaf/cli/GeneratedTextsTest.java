package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Completion scripts and manual pages.
class GeneratedTextsTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void bashAcceptsItsCompletion() throws IOException, InterruptedException {
    Path script = folder.resolve("completion.bash");
    Files.writeString(script, shell.run("completion", "bash").out());
    assertThat(script).content().contains("--show-origin").contains("\"small\" \"large\"");
    Process bash = new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
    assertThat(bash.waitFor()).isZero();
  }

  @Test
  void zshTakesTheSameScript() {
    assertThat(shell.run("completion", "zsh").out())
        .isEqualTo(shell.run("completion", "bash").out())
        .contains("bashcompinit");
  }

  @Test
  void fishCompletesCommandsOptionsAndWords() {
    assertThat(shell.run("completion", "fish").out())
        .contains("complete -c sheaf -n '__fish_use_subcommand' -a run -d 'Runs a preset")
        .contains("-n '__fish_seen_subcommand_from run' -F -a 'small large'")
        .contains("-l progress -r -F -a 'auto plain json off'")
        .contains("-l dry-run -d 'Say what would be done; write nothing.'");
  }

  @Test
  void manualPagesNameEveryOption() {
    String page = shell.run("man", "run").out();
    assertThat(page)
        .startsWith(".TH SHEAF-RUN 1")
        .contains(".SH NAME\nsheaf\\-run \\- Runs a preset")
        .contains(".B \\-\\-shard I/N\n")
        .contains(".SH EXIT STATUS\n");
    assertThat(shell.run("man").out()).contains(".SH COMMANDS\n").contains(".B validate\n");
  }
}
