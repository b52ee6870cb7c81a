package io.sheaf.arc.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reading tasks, and saying where a file is none.
class TaskFilesTest {
  private static final String TASK =
      "{\"train\": [{\"input\": [[1, 2]], \"output\": [[2, 1]]}],\n"
          + " \"test\": [{\"input\": [[3]]}]}";

  @TempDir private Path directory = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void readsADirectory() throws IOException {
    write("00000001.json", TASK);
    write("00000000.json", TASK.replace("[[3]]}", "[[3]], \"output\": [[4]]}"));
    write("broken.json", "{");
    TaskFiles.Tasks read = TaskFiles.read(directory);
    assertThat(read.tasks()).extracting(Task::id).containsExactly("00000000", "00000001");
    assertThat(read.tasks().getFirst().known()).hasSize(2);
    assertThat(read.tasks().get(1).known()).hasSize(1);
    assertThat(read.problems()).singleElement().asString().contains("broken.json:1:2");
  }

  @Test
  void readsKagglesFiles() throws IOException {
    Path challenges = write("arc-agi_test_challenges.json", "{\"0000000a\": " + TASK + "}");
    assertThat(TaskFiles.read(challenges).tasks().getFirst().known()).hasSize(1);
    write("arc-agi_test_solutions.json", "{\"0000000a\": [[[7]]]}");
    assertThat(TaskFiles.read(challenges).tasks().getFirst().known()).hasSize(2);
    write("arc-agi_test_solutions.json", "{\"0000000a\": [[[7]], [[7]]]}");
    assertThatThrownBy(() -> TaskFiles.read(challenges))
        .hasMessageContaining("task 0000000a has 2 solutions, expected 1");
  }

  @Test
  void readsTheFirst() throws IOException {
    Path challenges =
        write("a_challenges.json", "{\"0000000a\": " + TASK + ", \"0000000b\": " + TASK + "}");
    write("b.json", TASK);
    for (Path path : List.of(challenges, directory)) {
      assertThat(TaskFiles.first(path, 1).tasks()).extracting(Task::id).containsExactly("0000000a");
    }
    assertThat(TaskFiles.first(directory, 2).tasks()).hasSize(2);
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    Files.createSymbolicLink(directory.resolve("a.json"), Path.of("gone"));
    assertThatThrownBy(() -> TaskFiles.read(directory)).isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[1, 2]] | [[1, 2], [3]] | 1:31: train 0 input, row 1 has 1 cells, expected 2 as row 0",
        "[[1, 2]] | [[1, 10]] | 1:27: train 0 input, row 0, column 1: colour 10, expected 0 to 9",
        "[[1, 2]] | [[1, 1.5]] | 1:27: expected a whole number, found `1.5]], \"outp`",
        "[[1, 2]] | [[]] | 1:23: train 0 input, row 0 has 0 cells, expected at least 1",
        "[[1, 2]] | [] | 1:22: train 0 input has no rows, expected 1 to 30",
        "\"output\" | \"outputs\" | 1:12: train 0 lacks `output`",
        "\"test\" | \"tests\" | 1:1: task t has no pairs in `test`, expected at least one",
        "[[3]]}]} | [[3]]}]} x | 2:30: expected the end of the file, found `x`",
        "\"train\" | \"tr\\qain\" | 1:6: expected an escape of JSON",
      })
  void saysWhereAFileIsNoTask(String from, String to, String expected) throws IOException {
    Path file = write("t.json", TASK.replace(from, to));
    assertThatThrownBy(() -> TaskFiles.read(file))
        .isInstanceOf(TaskException.class)
        .hasMessage(file + ":" + expected);
  }

  @Test
  void refusesLongSides() throws IOException {
    String row = "[" + "1,".repeat(30) + "1]";
    Path file = write("t.json", TASK.replace("[[1, 2]]", "[" + row + "]"));
    assertThatThrownBy(() -> TaskFiles.read(file)).hasMessageContaining("more than 30 cells");
    Path tall = write("u.json", TASK.replace("[[1, 2]]", "[" + "[1],".repeat(30) + "[1]]"));
    assertThatThrownBy(() -> TaskFiles.read(tall)).hasMessageContaining("more than 30 rows");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> TaskFiles.read(directory.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> TaskFiles.read(directory))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("has no .json files");
  }
}
