package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What needs no Spark; `SparkRunTest` has the rest.
class ClusterCommandTest {
  private final Shell shell = new Shell(new BuiltIn());

  @TempDir private Path folder;

  @Test
  void leavesDirectoriesOfOthersAlone() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("work"));
    assertThat(shell.run("cluster", "status", "--dir", folder).code()).isEqualTo(ExitCode.STOPPED);
    assertThat(shell.run("cluster", "down", "--dir", folder).code()).isZero();
    Shell.Said said = shell.run("cluster", "up", "--dir", folder);
    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("expected a new or empty directory");
    assertThat(folder).isDirectoryContaining(mine::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }
}
