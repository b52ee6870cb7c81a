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

/// `kill -9` of the process in the middle of all pairs of all groups, twice.
@Timeout(120)
class TeKillTest {
  private static final int USERS = 12;
  private static final int UNITS = USERS * 6;

  @TempDir private Path folder;

  private static String[] work(Path table) {
    return new String[] {"input=" + table, "all_pairs=true", "group_by=user", "surrogates=99"};
  }

  /// The process, which finds the table beside its run.
  static final class Main {
    private Main() {}

    public static void main(String[] words) throws IOException {
      Path run = Path.of(words[0]);
      new Runs(Path.of("."), new TeWorkload())
          .run(new RunDirectory(run), Runs.options(2, 0), work(run.resolveSibling("data.csv")));
    }
  }

  @Test
  void resumesToTheSameBytes() throws IOException, InterruptedException {
    String[] work = work(CoupledTable.write(folder.resolve("data.csv"), USERS, 120));
    Runs runs = new Runs(folder, new TeWorkload());
    Map<String, String> expected = runs.run(Runs.options(2, 0), work).out();
    Path run = folder.resolve("killed");
    for (int units : List.of(3, 15)) {
      KilledRun.killAfter(Main.class, run, units, UNITS);
    }
    assertThat(runs.run(new RunDirectory(run), Runs.options(2, 0), work).out()).isEqualTo(expected);
  }
}
