package io.sheaf.arc.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.arc.battery.Check;
import io.sheaf.arc.program.CanonicalForm;
import io.sheaf.arc.program.KindCheck;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskFiles;
import io.sheaf.arc.task.TaskWriter;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticTasksTest {
  private static final int INSTANCES = 20;

  @Test
  void makesTheSameTasksFromTheSameSeedAndOthersFromAnother() {
    List<Task> tasks = SyntheticTasks.all(2, 7);
    assertThat(tasks).hasSize(2 * Family.values().length).hasSizeGreaterThan(60);
    assertThat(texts(SyntheticTasks.all(2, 7))).isEqualTo(texts(tasks));
    assertThat(texts(SyntheticTasks.all(2, 8))).doesNotContainAnyElementsOf(texts(tasks));
    Task alone = SyntheticTasks.of(Family.GRAVITY, 1, 7);
    assertThat(texts(tasks)).contains(TaskWriter.json(alone));
  }

  private static List<String> texts(List<Task> tasks) {
    return tasks.stream().map(TaskWriter::json).toList();
  }

  /// Every way to a family's result is a way for every one of its tasks, and no program does for
  /// another family: tasks say what they ask for.
  @ParameterizedTest
  @EnumSource
  void isSolvedByAllProgramsOfItsFamilyAndNoOther(Family family) {
    String prefix = family.taskId(0).substring(0, 4);
    for (int instance = 0; instance < INSTANCES; instance++) {
      Task task = SyntheticTasks.of(family, instance, 42);
      for (Program program : BuiltInPrograms.all()) {
        Check.Checked checked = Check.of(program, task, Budget.USUAL);
        assertThat(checked.isPassed())
            .as(program.name() + " on " + task.id())
            .isEqualTo(program.taskId().startsWith(prefix));
      }
    }
  }

  @Test
  void writesTasksThatAreReadBack(@TempDir Path directory) throws IOException {
    Task task = SyntheticTasks.of(Family.BOTH_HALVES, 3, 1);
    Files.writeString(directory.resolve(task.id() + ".json"), TaskWriter.json(task));
    TaskFiles.Tasks read = TaskFiles.read(directory);
    assertThat(read.problems()).isEmpty();
    assertThat(read.tasks()).containsExactly(task);
  }

  /// What is asked for, said without the language.
  @Test
  void turnsAndCountsAsItSays() {
    for (Task.Demo pair : SyntheticTasks.of(Family.QUARTER_TURN, 0, 5).known()) {
      Grid in = pair.input();
      Grid out = pair.output();
      for (int i = 0; i < out.height(); i++) {
        for (int j = 0; j < out.width(); j++) {
          assertThat(out.at(i, j)).isEqualTo(in.at(in.height() - 1 - j, i));
        }
      }
    }
    for (Task.Demo pair : SyntheticTasks.of(Family.COUNTED, 0, 5).known()) {
      Set<Byte> colours = new HashSet<>();
      for (byte cell : pair.input().cells()) {
        colours.add(cell);
      }
      assertThat(pair.output().width()).isEqualTo(colours.size() - 1);
    }
  }

  @Test
  void hasProgramsThatDiffer() {
    List<Program> all = BuiltInPrograms.all();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all.stream().map(CanonicalForm::of).map(Program::digest)).doesNotHaveDuplicates();
    assertThat(all.stream().flatMap(one -> KindCheck.problems("", one).stream())).isEmpty();
  }

  @Test
  void refusesInstancesOutOfRange() {
    assertThatThrownBy(() -> Family.MIRROR.taskId(-1)).hasMessageContaining("instance = -1");
    assertThatThrownBy(() -> Family.MIRROR.taskId(65_536)).hasMessageContaining("65536");
  }
}
