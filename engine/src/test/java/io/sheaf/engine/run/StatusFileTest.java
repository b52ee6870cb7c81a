package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.schedule.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {
  @TempDir private Path temporary;

  private static Progress progress(long done) {
    return new Progress(done, 0, 9, 1, Duration.ofSeconds(1), 1, Optional.empty());
  }

  @Test
  void beatsAtMostOnceASecondAndOutlivesAClockSetBack() throws Exception {
    Path file = temporary.resolve("status.json");
    StatusFile status = new StatusFile(file);
    status.beat(progress(1), List.of("a\"b"), 5000);
    status.beat(progress(2), List.of(), 5999);
    assertThat(Files.readString(file))
        .contains(
            "\"done\":1", "\"status\":\"running\"", "\"a\\\"b\"", "\"remaining_seconds\":null");
    status.beat(progress(3), List.of(), 6000);
    assertThat(Files.readString(file)).contains("\"done\":3");
    status.beat(progress(4), List.of(), 100);
    assertThat(Files.readString(file)).contains("\"done\":4").contains("1970-01-01T00:00:00.100Z");
    assertThat(temporary).isDirectoryNotContaining("glob:**/*.part");
  }
}
