package io.sheaf.workloads.augment;

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

/// `kill -9` of the process in the middle of an augmentation, twice.
@Timeout(120)
class AugmentKillTest {
  private static final String[] WORK = {
    "input=sample",
    "id_col=sentence_id",
    "block_rows=4",
    "methods=[nlp_keyboard, ta_contraction, nlp_spelling, word_swap, nlp_randchar_ins]"
  };
  private static final int UNITS = 5 * 65;

  @TempDir private Path folder;

  /// The process.
  static final class Main {
    private Main() {}

    public static void main(String[] words) throws IOException {
      Runs runs = new Runs(Path.of("."), new AugmentWorkload());
      runs.run(new RunDirectory(Path.of(words[0])), Runs.options(2, 0), WORK);
    }
  }

  @Test
  void resumesToTheSameBytes() throws IOException, InterruptedException {
    Runs runs = new Runs(folder, new AugmentWorkload());
    Map<String, String> expected = runs.run(Runs.options(2, 0), WORK).out();
    Path run = folder.resolve("killed");
    for (int units : List.of(3, 15)) {
      KilledRun.killAfter(Main.class, run, units, UNITS);
    }
    assertThat(runs.run(new RunDirectory(run), Runs.options(2, 0), WORK).out()).isEqualTo(expected);
  }
}
