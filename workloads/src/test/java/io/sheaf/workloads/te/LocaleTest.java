package io.sheaf.workloads.te;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.plan.Workload;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results hang on no settings of the machine.
class LocaleTest {
  @TempDir private Path folder;

  private Map<String, String> writesTheSameInAnyLocale(Workload workload, String... work)
      throws IOException {
    Runs runs = new Runs(folder, workload);
    Map<String, String> expected = runs.run(Runs.options(2, 0), work).out();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(runs.run(Runs.options(2, 0), work).out()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
    return expected;
  }

  @Test
  void answersAreTheSame() throws IOException {
    Path table = folder.resolve("smooth.csv");
    StringBuilder text = new StringBuilder("a,b\n");
    for (int t = 0; t < 200; t++) {
      text.append(Math.sin(t / 9.0)).append(',').append(Math.cos(t / 7.0)).append('\n');
    }
    Files.writeString(table, text);
    assertThat(
            writesTheSameInAnyLocale(
                    new TeWorkload(),
                    "input=" + table,
                    "all_pairs=true",
                    "null_model=permutation",
                    "estimator=gaussian")
                .get("te.csv"))
        .contains("autocorrelated (0.99");
  }

  @Test
  void networksAreTheSame() throws IOException {
    assertThat(
            writesTheSameInAnyLocale(
                new NetworkWorkload(), "input=synthetic", "surrogates=19", "lags=1..3"))
        .containsKeys("network.graphml", "adjacency.svg");
  }
}
