package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.observe.RunWatch;
import io.sheaf.engine.observe.UnitHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  private static final String UNIT = "user=u001/mode=fine";

  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeData() throws IOException {
    sample = new Sample(temporary, 2);
  }

  @Test
  void theOthersEndWithoutIt() throws IOException, InterruptedException {
    try (ChildRun child = ChildRun.begin(sample, "run", "work=1000000000")) {
      child.awaitUnit();
      assertThatThrownBy(this::quarantine).isInstanceOf(RunInUseException.class);
      child.kill();
    }
    quarantine();
    assertThat(UnitHistory.read(directory(), UNIT, 0).result().orElseThrow().message())
        .isEqualTo(Quarantine.MESSAGE);
    sample.resume("run");
    assertThat(new RunWatch(Clock.systemUTC()).look(directory()).counts().done()).isEqualTo(3);
    assertThat(sample.out("run").get("failures.csv")).contains(UNIT, Quarantine.MESSAGE);
    assertThat(sample.traced()).noneMatch(line -> line.contains(UNIT + " 2"));
  }

  @Test
  void refusesUnitsWithAResultAndUnknownOnes() throws IOException {
    sample.start("run");
    assertThatThrownBy(this::quarantine)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("has a result already");
    assertThatThrownBy(() -> Quarantine.apply(directory(), List.of("nobody"), Clock.systemUTC()))
        .hasMessageContaining("has no unit `nobody`");
  }

  private void quarantine() throws IOException {
    Quarantine.apply(directory(), List.of(UNIT), Clock.systemUTC());
  }

  private RunDirectory directory() {
    return new RunDirectory(sample.path("run"));
  }
}
