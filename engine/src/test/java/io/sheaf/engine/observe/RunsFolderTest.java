package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Sample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsFolderTest {
  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeRuns() throws IOException {
    sample = new Sample(temporary, 2);
    sample.start("runs/good");
    sample.start("runs/launch/s0of2");
  }

  @Test
  void findsRunsAndTheShardsOfALaunch() throws IOException {
    assertThat(names()).containsExactlyInAnyOrder("good", "launch/s0of2");
    assertThat(folder("runs/good").list()).extracting(RunsFolder.Found::name).containsExactly(".");
    assertThat(folder("runs/good").find(".")).isPresent();
  }

  @Test
  void leavesOutWhatIsNoRun() throws IOException {
    Files.writeString(sample.path("runs/notes.txt"), "foreign");
    Files.createDirectories(sample.path("runs/pictures/deep/deeper"));
    assertThat(names()).containsExactlyInAnyOrder("good", "launch/s0of2");
    assertThat(folder("runs").find("pictures")).isEmpty();
  }

  @Test
  void noNameLeadsOut() throws IOException {
    sample.start("secret");
    RunsFolder runs = folder("runs");
    for (String name :
        List.of("../secret", "good/../../secret", sample.path("secret").toString(), "", "..")) {
      assertThat(runs.find(name)).as(name).isEmpty();
    }
    Files.createSymbolicLink(sample.path("runs/link"), sample.path("secret"));
    assertThat(runs.find("link")).isEmpty();
    assertThat(names()).doesNotContain("link");
  }

  @Test
  void saysWhatCannotBeReadAndShowsTheOthers() throws IOException {
    Path half = Files.createDirectories(sample.path("runs/half"));
    Files.writeString(half.resolve("run.yaml"), "name: [");
    Files.createFile(half.resolve("run.db"));
    sample.start("runs/newer");
    try (FileChannel file =
        FileChannel.open(sample.path("runs/newer/run.db"), StandardOpenOption.WRITE)) {
      // The user version of an SQLite file: https://sqlite.org/fileformat.html
      file.write(ByteBuffer.allocate(4).putInt(0, 99), 60);
    }
    List<RunsFolder.Found> found = folder("runs").list();
    assertThat(found).filteredOn(RunsFolder.Legible.class::isInstance).hasSize(2);
    assertThat(found)
        .filteredOn(RunsFolder.Illegible.class::isInstance)
        .extracting(one -> ((RunsFolder.Illegible) one).why())
        .hasSize(2)
        .anyMatch(why -> why.contains("journal format 99, this version of Sheaf reads format"));
  }

  private List<String> names() throws IOException {
    return folder("runs").list().stream().map(RunsFolder.Found::name).toList();
  }

  private RunsFolder folder(String name) throws IOException {
    return new RunsFolder(sample.path(name), Clock.systemUTC());
  }
}
