package io.sheaf.workloads.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Unit;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandUnitsTest {
  @TempDir private Path folder;

  private List<Unit> units(String... assignments) throws IOException {
    String[] all =
        Stream.concat(Stream.of("command=[echo]"), Stream.of(assignments)).toArray(String[]::new);
    return CommandUnits.of(new Runs(folder, new CommandWorkload()).definition(all).settings());
  }

  private List<String> ids(String... assignments) throws IOException {
    return units(assignments).stream().map(Unit::id).toList();
  }

  private List<String> lines(String... assignments) throws IOException {
    CommandWorkload workload = new CommandWorkload();
    var settings = new Runs(folder, workload).definition(assignments).settings();
    return workload.describe(settings, workload.units(settings));
  }

  @Test
  void countsInRanges() throws IOException {
    assertThat(ids("range=8..11")).containsExactly("8", "9", "10", "11");
    assertThat(ids("range=08..11/3")).containsExactly("08", "11");
    assertThat(ids("range=-1..1")).containsExactly("-1", "0", "1");
    assertThatThrownBy(() -> ids("range=3..1")).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> ids("range=1-3")).hasMessageContaining("FIRST..LAST");
  }

  @Test
  void refusesUnitsThatMakeOneFile() throws IOException {
    assertThat(ids("items=[a/x, b/x]", "outputs=['{}.o']")).hasSize(2);
    assertThatThrownBy(() -> ids("items=[a/x, b/x]", "outputs=['out/{/}.o', 'out/../out/{/}.o']"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("make out/x.o");
    assertThatThrownBy(() -> ids("items=[a, b]", "outputs=['all.txt']"))
        .hasMessageContaining("both a and b make all.txt");
  }

  @Test
  void listsFiles() throws IOException {
    for (String name : List.of("b.csv", "a.csv", ".hidden.csv", "sub/c.csv", "d.txt")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
    assertThat(ids("glob=" + folder + "/*.csv"))
        .containsExactly(folder + "/a.csv", folder + "/b.csv");
    assertThat(ids("glob=" + folder + "/**.csv")).hasSize(3).contains(folder + "/sub/c.csv");
    assertThat(ids("glob=" + folder + "/sub/*")).containsExactly(folder + "/sub/c.csv");
    assertThat(ids("glob=" + folder + "/none/*")).isEmpty();
  }

  @Test
  void takesRowsOfATable() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "name,size\nx,3\n\"y,y\",4\n");
    assertThat(ids("csv=" + table)).containsExactly("name=x/size=3", "name=y,y/size=4");
    assertThat(lines("csv=" + table, "command=[f, '{name}', -n, '{size}']"))
        .containsExactly("f x -n 3", "f y,y -n 4");
    assertThat(units("csv=" + table, "weight={size}"))
        .extracting(Unit::weight)
        .containsExactly(3.0, 4.0);
  }

  @Test
  void combinesNamedParameters() throws IOException {
    assertThat(
            lines(
                "parameters.lr=[0.10, 1e-3]",
                "parameters.fold=[1, 2]",
                "command=[train, '--lr={lr}', '{fold}']"))
        .containsExactly(
            "train --lr=0.10 1", "train --lr=1e-3 1", "train --lr=0.10 2", "train --lr=1e-3 2");
  }

  /// The launch lines of the scripts that this replaces.
  @Test
  void replacesLaunchersOfShards() throws IOException {
    assertThat(
            lines(
                "shards=4",
                "command=[python, run_production.py, --full, --shard, '{shard}/{shards}']"))
        .startsWith("python run_production.py --full --shard 0/4")
        .endsWith("python run_production.py --full --shard 3/4")
        .hasSize(4);
    assertThat(
            lines(
                "shards=7",
                "command=[python, g.py, --shard-index, '{shard}', --num-shards, '{shards}']"))
        .contains("python g.py --shard-index 6 --num-shards 7");
    assertThat(ids("shards=2")).containsExactly("shard=0", "shard=1");
  }

  @Test
  void namesUnitsStablyAndApart() throws IOException {
    assertThat(ids("items=[a, b, a, a]")).containsExactly("a", "b", "a~2", "a~3");
    assertThat(ids("items=[\"x\\ty\", \"\"]")).containsExactly("x?y", "(empty)");
    String longest = "x".repeat(500);
    assertThat(ids("items=[" + longest + "]").getFirst()).hasSize(217).startsWith("xxx");
  }

  @Test
  void putsValuesBehindACommandThatNamesNone() throws IOException {
    assertThat(lines("items=[a b]", "command=[wc, -l]")).containsExactly("wc -l 'a b'");
    assertThat(lines("items=[a b]", "command=['wc {} | sort']", "shell=true"))
        .containsExactly("wc 'a b' | sort");
    assertThat(lines("items=[a, b]", "command=[f, '{#}']")).containsExactly("f 1", "f 2");
  }

  @Test
  void knowsInputsByTheirContent() throws IOException {
    Path file = Files.writeString(folder.resolve("in"), "1");
    String[] settings = {"items=[" + file + ", none]", "inputs=['{}']"};
    List<Input> before = units(settings).getFirst().inputs();
    Files.writeString(file, "2");
    assertThat(units(settings).getFirst().inputs()).isNotEqualTo(before);
    assertThat(units(settings).getLast().inputs().getFirst().sha256()).isEqualTo("unreadable");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> ids()).hasMessageContaining("nothing to run the command on");
    assertThatThrownBy(() -> ids("range=1..2", "command=gzip -k"))
        .hasMessageContaining("shell: true");
    assertThatThrownBy(() -> ids("range=1..2", "memory=many")).hasMessageContaining("900m");
  }
}
