package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.journal.Sample;
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
  void isReplacedWholeAndEscapesText() throws Exception {
    Path file = temporary.resolve("status.json");
    StatusFile status = new StatusFile(file);
    Sample sample = new Sample(1, "worker-1", 42, 7, 8, -1, 9, -1);
    status.write(
        StatusFile.State.RUNNING,
        progress(1),
        List.of(
            new StatusFile.Current("a\"b", "3/8", "worker-1"), new StatusFile.Current("c", "", "")),
        List.of(sample));
    assertThat(Files.readString(file))
        .contains(
            "\"done\":1",
            "\"status\":\"running\"",
            "[\"a\\\"b 3/8\",\"c\"]",
            "{\"worker-1\":\"a\\\"b\"}",
            "\"remaining_seconds\":null",
            "\"pid\":42,\"rss_bytes\":7");
    status.write(StatusFile.State.STOPPED, progress(3), List.of(), List.of());
    assertThat(Files.readString(file)).contains("\"done\":3", "\"status\":\"stopped\"");
    assertThat(temporary).isDirectoryNotContaining("glob:**/*.part");
  }
}
