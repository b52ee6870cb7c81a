package io.sheaf.workloads.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.plan.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelArgumentsTest {
  @TempDir private Path folder;

  private static List<String> ids(String... words) throws IOException {
    Configuration configuration = new Configuration(CommandKeys.ALL);
    ParallelArguments.read(List.of(words), () -> List.of("in 1", "in 2")).set(configuration);
    return CommandUnits.of(configuration.settle()).stream().map(Unit::id).toList();
  }

  @Test
  void readsValuesAndCombinesThem() throws IOException {
    assertThat(ids("gzip", "-k", "{}", ":::", "a", "b b")).containsExactly("a", "b b");
    assertThat(ids("f", ":::", "a", "b", ":::", "x", "y"))
        .containsExactly("1=a/2=x", "1=a/2=y", "1=b/2=x", "1=b/2=y");
    assertThat(ids("f", ":::", "a", "b", ":::+", "x", "y")).containsExactly("1=a/2=x", "1=b/2=y");
  }

  @Test
  void readsFilesAndStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("list"), "one\ntwo\n");
    assertThat(ids("f", "::::", file.toString())).containsExactly("one", "two");
    assertThat(ids("f", "::::", "-")).containsExactly("in 1", "in 2");
  }

  @Test
  void leavesTheWordsOfTheCommandAlone() throws IOException {
    ParallelArguments line =
        ParallelArguments.read(List.of("f", "--help", "--", "@x", ":::", "--set"), List::of);
    assertThat(line.command()).containsExactly("f", "--help", "--", "@x");
    assertThat(line.sources().getFirst().values()).containsExactly("--set");
  }

  @Test
  void wantsValuesBehindTheMark() {
    assertThatThrownBy(() -> ids("f", ":::"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("nothing behind :::");
  }
}
