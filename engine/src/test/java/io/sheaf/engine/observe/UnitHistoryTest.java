package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.observe.UnitHistory.Attempt;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitHistoryTest {
  private static final String UNIT = "user=u001/mode=fine";

  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeData() throws IOException {
    sample = new Sample(temporary, 3);
  }

  @Test
  void tellsEveryAttemptAndWhy() throws IOException {
    sample.file(1, "flaky");
    sample.start("run", new RunOptions(Shard.WHOLE, 2, 1));
    UnitHistory unit = history();
    assertThat(unit.attempts()).extracting(Attempt::outcome).containsExactly("failed", "done");
    assertThat(unit.attempts().getFirst().why()).isEqualTo("first run");
    assertThat(unit.attempts().getFirst().message()).contains("first attempt");
    assertThat(unit.attempts()).allMatch(one -> one.worker().startsWith("worker-"));
    assertThat(unit.unit().inputs()).singleElement().matches(in -> in.name().equals("u001.txt"));
    assertThat(unit.log())
        .anyMatch(line -> line.contains(UNIT + " failed unexpectedly"))
        .anyMatch(line -> line.startsWith("java.lang.IllegalStateException: first attempt"))
        .anyMatch(line -> line.contains(UNIT + " attempt 2 done after"))
        .noneMatch(line -> line.contains("mode=coarse"));
  }

  @Test
  void itsDigestIsTheManifests() throws IOException {
    sample.start("run");
    assertThat(sample.out("run").get("manifest.json"))
        .contains(history().result().orElseThrow().digest());
  }

  @Test
  void readsOnlyTheEndOfALongLog() throws IOException {
    sample.start("run");
    Path log = sample.path("run/logs/run.log");
    String line = "2026-01-01T00:00:00Z INFO  " + UNIT + " line %07d\n";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append(line.formatted(i));
    }
    Files.writeString(log, text);
    assertThat(UnitHistory.read(directory(), UNIT, 30_000).log()).hasSizeLessThan(20_000);
    assertThat(LogTail.about(sample.path("run/logs"), UNIT, 2))
        .last()
        .matches(last -> last.contains("done after"));
  }

  @Test
  void namesTheNearestUnit() throws IOException {
    sample.start("run");
    assertThatThrownBy(() -> UnitHistory.read(directory(), "user=u001/mode=fien", 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("did you mean `user=u001/mode=fine`?");
    assertThatThrownBy(() -> UnitHistory.read(directory(), "u002", 1))
        .hasMessageContaining("in their name: user=u002/mode=fine, user=u002/mode=coarse");
  }

  private UnitHistory history() throws IOException {
    return UnitHistory.read(directory(), UNIT, 50);
  }

  private RunDirectory directory() {
    return new RunDirectory(sample.path("run"));
  }
}
