package io.sheaf.workloads.te;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.run.RunDirectory;
import io.sheaf.workloads.fixture.KilledRun;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of the process in the middle of a network, twice.
@Timeout(120)
class NetworkKillTest {
  private static final String[] WORK = NetworkRunTest.DOUBTFUL;
  private static final int UNITS = 6;

  @TempDir private Path folder;

  /// The process.
  static final class Main {
    private Main() {}

    public static void main(String[] words) throws IOException {
      Runs runs = new Runs(Path.of("."), new NetworkWorkload());
      runs.run(new RunDirectory(Path.of(words[0])), Runs.options(1, 0), WORK);
    }
  }

  @Test
  void resumesToTheSameBytes() throws IOException, InterruptedException {
    Runs runs = new Runs(folder, new NetworkWorkload());
    Map<String, String> expected = runs.run(Runs.options(2, 0), WORK).out();
    Path run = folder.resolve("killed");
    for (int units : List.of(1, 3)) {
      KilledRun.killAfter(Main.class, run, units, UNITS);
    }
    assertThat(runs.run(new RunDirectory(run), Runs.options(2, 0), WORK).out()).isEqualTo(expected);
  }
}
