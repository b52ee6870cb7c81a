package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolderTest {
  @TempDir private Path temporary;

  @Test
  void isTheProcessThatWroteLast() throws IOException {
    Sample sample = new Sample(temporary, 1);
    sample.start("run");
    Holder holder = Holder.of(new RunDirectory(sample.path("run"))).orElseThrow();
    assertThat(holder).isEqualTo(Holder.self());
    assertThat(holder.isOfThisHost()).isTrue();
    assertThat(holder.process()).contains(ProcessHandle.current());
  }

  @Test
  void isNobodyWhereTheTextIsAnother() throws IOException {
    assertThat(Holder.of(new RunDirectory(temporary))).isEmpty();
    Files.writeString(temporary.resolve("run.lock"), "process x, started y");
    assertThat(Holder.of(new RunDirectory(temporary))).isEmpty();
  }

  @Test
  void hasNoProcessElsewhereOrWithAnotherStart() {
    Holder self = Holder.self();
    assertThat(new Holder(self.pid(), self.started(), "elsewhere").process()).isEmpty();
    Optional<Instant> other = Optional.of(Instant.EPOCH);
    assertThat(new Holder(self.pid(), other, self.host()).process()).isEmpty();
    assertThat(new Holder(self.pid(), Optional.empty(), self.host()).process()).isPresent();
  }
}
