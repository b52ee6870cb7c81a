package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void isNotThereUntilItIsWhole() throws IOException {
    Path file = folder.resolve("table.csv");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      assertThat(file).doesNotExist();
                      throw new IOException("the disk is full");
                    }))
        .hasMessageContaining("the disk is full");
    assertThat(file).doesNotExist();
  }

  @Test
  void staysAsItWasUntilTheNextIsWhole() throws IOException {
    Path file = folder.resolve("table.csv");
    AtomicFile.write(file, out -> out.write('1'));
    assertThatThrownBy(
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.write('2');
                  throw new IOException("the disk is full");
                }));
    assertThat(Files.readString(file)).isEqualTo("1");
  }
}
