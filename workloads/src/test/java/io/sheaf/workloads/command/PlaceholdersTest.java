package io.sheaf.workloads.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.config.ShellWord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
  /// What GNU parallel 20221122 prints for the same.
  @ParameterizedTest
  @CsvSource({
    "dir/file.tar.gz, dir/file.tar, file.tar.gz, dir, file.tar",
    "file.txt, file, file.txt, ., file",
    "/abs, /abs, abs, /, abs",
    "a.b/c, a.b/c, c, a.b, c",
    "plain, plain, plain, ., plain"
  })
  void takesPathsApart(
      String value, String noExtension, String last, String directory, String both) {
    Placeholders values = new Placeholders(Map.of("", value));
    assertThat(values.fill("{}|{.}|{/}|{/" + "/}|{/.}"))
        .isEqualTo(String.join("|", value, noExtension, last, directory, both));
  }

  @Test
  void leavesOtherBracesAlone() {
    Placeholders values = new Placeholders(Map.of("lr", "0.1", "1", "$x\\y"));
    assertThat(values.fill("{lr} {1} {other} ${HOME} {print $1} {{lr}} {}"))
        .isEqualTo("0.1 $x\\y {other} ${HOME} {print $1} {0.1} {}");
  }

  @Test
  void quotesForAShell() {
    Placeholders values = new Placeholders(Map.of("", "it's; rm -rf *"));
    assertThat(values.fill("cat {}", ShellWord::quoted)).isEqualTo("cat 'it'\\''s; rm -rf *'");
  }

  @Test
  void knowsWhichAreUsed() {
    assertThat(Placeholders.isAnyIn(List.of("a", "x{name/.}"), List.of("name"))).isTrue();
    assertThat(Placeholders.isAnyIn(List.of("{names}"), List.of("name", ""))).isFalse();
  }
}
