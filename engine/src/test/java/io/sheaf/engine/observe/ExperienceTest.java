package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.journal.JournalIndex.Took;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperienceTest {
  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeData() throws IOException {
    sample = new Sample(temporary, 4);
  }

  @Test
  void prefersARunOfTheSameConfiguration() throws IOException {
    sample.start("runs/same");
    sample.start("runs/newer", "rows=5");
    Experience found = find(sample.definition()).orElseThrow();
    assertThat(found.isSameConfiguration()).isTrue();
    assertThat(found.directory()).isEqualTo(sample.path("runs/same"));
    assertThat(found.took()).hasSize(8);
    Experience other = find(sample.definition("rows=7")).orElseThrow();
    assertThat(other.isSameConfiguration()).isFalse();
  }

  @Test
  void learnsNothingFromOtherWorkloadsNorFromWhatCannotBeRead() throws IOException {
    assertThat(find(sample.definition())).isEmpty();
    sample.start("runs/run");
    assertThat(Experience.find(sample.path("runs"), "sample", "2", "")).isEmpty();
    Files.writeString(sample.path("runs/run/run.db"), "no journal");
    assertThat(find(sample.definition())).isEmpty();
  }

  /// 12 units of weight 5 at 2 s a unit of weight, on 3 workers: 4 rounds of 10 s.
  @Test
  void playsThePlanThroughWithWhatUnitsTookThen() {
    List<Took> took = Collections.nCopies(10, new Took(1, 2_000_000_000L));
    Experience experience = new Experience(temporary, true, took);
    assertThat(experience.estimate(DoubleStream.generate(() -> 5).limit(12), 3))
        .contains(new TimeRange(Duration.ofSeconds(40), Duration.ofSeconds(40)));
    assertThat(
            new Experience(temporary, true, took.subList(0, 2)).estimate(DoubleStream.of(1, 2), 1))
        .isEmpty();
  }

  private Optional<Experience> find(Definition definition) throws IOException {
    return Experience.find(
        sample.path("runs"),
        definition.workload().name(),
        definition.workload().version(),
        definition.fingerprint());
  }
}
