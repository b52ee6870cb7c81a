package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.workloads.cohort.data.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a file is read again shows when it is gone.
class UserTablesTest {
  private static final List<String> MODES = List.of("magnitude_only", "twice");

  @TempDir private Path temporary;
  private CohortRuns runs;
  private SeriesLoader loader;

  @BeforeEach
  void files() throws Exception {
    runs = new CohortRuns(temporary);
    String text = UserText.of(250, i -> i % 7, i -> i % 2).toString();
    runs.user("a", text).user("b", text);
    loader =
        new SeriesLoader(
            runs.configuration("feature_modes=magnitude_only,twice")
                .set("features.twice", "2 * [raw_acc:magnitude_stats:mean]", "--features")
                .settle());
  }

  @Test
  void readsAFileOnceForAllFeatures() throws Exception {
    UserTables tables = new UserTables(loader, MODES, 2);
    assertThat(tables.series(file("a"), "magnitude_only").rows()).isEqualTo(250);
    Files.delete(file("a"));
    assertThat(tables.series(file("a"), "twice").rows()).isEqualTo(250);
    assertThatThrownBy(() -> tables.series(file("a"), "twice")).isInstanceOf(InputException.class);
  }

  /// After a resume the other features of a user may never come.
  @Test
  void holdsNoMoreThanItMay() throws Exception {
    UserTables tables = new UserTables(loader, MODES, 1);
    tables.series(file("a"), "magnitude_only");
    tables.series(file("b"), "magnitude_only");
    Files.delete(file("a"));
    Files.delete(file("b"));
    assertThat(tables.series(file("b"), "twice").rows()).isEqualTo(250);
    assertThatThrownBy(() -> tables.series(file("a"), "twice"))
        .hasMessage(file("a") + ": no such file");
  }

  private Path file(String user) {
    return runs.data().resolve(user + ".features_labels.csv");
  }
}
