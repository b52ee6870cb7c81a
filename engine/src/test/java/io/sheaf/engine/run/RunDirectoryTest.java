package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir private Path temporary;

  @Test
  void isUniqueForEveryStart() throws Exception {
    Set<Path> paths = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      paths.add(RunDirectory.unique(temporary, "name", new Shard(1, 4)).path());
    }
    assertThat(paths)
        .hasSize(50)
        .allSatisfy(
            path ->
                assertThat(path.getFileName().toString())
                    .matches("name-\\d{8}-\\d{6}-[0-9a-f]{4}-s1of4"));
  }

  @Test
  void isFreshWhereThereIsNothing() throws Exception {
    assertThat(RunDirectory.fresh(temporary.resolve("a/b")).path()).isDirectory();
    assertThat(RunDirectory.fresh(temporary.resolve("a/b")).isRun()).isFalse();
  }

  @Test
  void refusesFilesOfOthers() throws Exception {
    Path file = Files.writeString(temporary.resolve("run.yaml"), "rows: 3");
    assertThatThrownBy(() -> RunDirectory.fresh(temporary))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(temporary + " is not empty; give a new directory");
    assertThatThrownBy(() -> RunDirectory.fresh(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void offersToGoOnOnlyWhereThereIsARun() throws Exception {
    Files.writeString(temporary.resolve("run.yaml"), "name: x");
    Files.writeString(temporary.resolve("run.db"), "");
    assertThatThrownBy(() -> RunDirectory.fresh(temporary))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("holds a run")
        .hasMessageEndingWith("sheaf run --resume " + temporary);
  }

  @Test
  void saysWhatIsNoRun() {
    assertThatThrownBy(() -> RunDirectory.existing(temporary.resolve("none")))
        .isInstanceOf(NotDirectoryException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> RunDirectory.existing(temporary))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("not a run directory");
  }

  @Test
  void refusesToStartOverARun() throws Exception {
    Sample sample = new Sample(temporary, 2);
    sample.start("run");
    RunDirectory directory = new RunDirectory(sample.path("run"));
    Run again =
        new Run(
            sample.definition(),
            Sample.options(Shard.WHOLE, 1),
            new io.sheaf.engine.fixture.Told());
    assertThatThrownBy(() -> again.start(directory))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("holds a run already");
  }

  /// A process that was killed after each of the steps that begin a run.
  @Test
  void startsWhereNoRunEverBegan() throws Exception {
    Sample sample = new Sample(temporary, 2);
    sample.start("reference");
    Definition definition = sample.definition();
    Plan plan = definition.plan();
    for (int steps = 0; steps < 4; steps++) {
      RunDirectory directory = RunDirectory.fresh(sample.path("killed" + steps));
      RunLock.acquire(directory.path()).close();
      Path journal = AtomicFile.aside(directory.journal());
      if (steps > 0) {
        Files.write(journal, new byte[0]);
        Files.write(journal.resolveSibling(journal.getFileName() + "-journal"), new byte[512]);
      }
      if (steps > 1) {
        Journal.create(journal, plan, Shard.WHOLE);
      }
      if (steps > 2) {
        RunRecord.write(directory, definition, plan, Shard.WHOLE);
      }
      assertThat(sample.resume("killed" + steps).state()).isEqualTo(RunEnd.State.COMPLETED);
      assertThat(sample.out("killed" + steps)).isEqualTo(sample.out("reference"));
    }
  }
}
