package io.sheaf.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @Test
  void theFlightRecorderSeesPhases(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(RecordedPhase.class);
      recording.start();
      PhaseClock clock = new PhaseClock();
      try (var _ = clock.enter("outer");
          var _ = clock.enter("inner")) {
        Thread.sleep(20);
      }
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    assertThat(events)
        .extracting(event -> event.getString("phase"))
        .containsExactlyInAnyOrder("inner", "outer");
    assertThat(events)
        .allSatisfy(event -> assertThat(event.getDuration().toMillis()).isBetween(20L, 5000L));
  }
}
