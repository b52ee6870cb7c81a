package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class FollowersTest {
  private static final long MINUTE = 60_000_000_000L;

  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> complaints = new ArrayList<>();

  @Test
  void aRunTellsItsFirstFailureAndItsEnd() throws IOException {
    Path run = folder.resolve("run");
    Shell.Said said =
        new Shell()
            .run("run", "small", "--out", run, "--set", "failing=0,2", "--notify", recipient());
    assertThat(said.code()).isEqualTo(1);
    assertThat(told())
        .hasSize(2)
        .anyMatch(line -> line.matches("failure user=[02] failed in .*too little data.*"))
        .anyMatch(line -> line.equals("end " + run + " failed: 1 of 3 units done, 2 failed"));
  }

  @Test
  void aRecipientThatIsNotThereFailsNothing() {
    Shell.Said said =
        new Shell()
            .run("run", "small", "--out", folder.resolve("run"), "--notify", "command:/nowhere");
    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("notification could not be delivered:");
    assertThat(new Shell().run("run", "small", "--notify", "nonsense").err())
        .contains("--notify nonsense: expected https://...");
  }

  /// Two at a time at one a minute: units take two minutes, so twenty without an end are a stall.
  @Test
  void aStallIsToldOnceUntilAUnitEnds() throws IOException {
    Notifications notifications = notifications();
    notifications.progress(progress(5));
    nanos.addAndGet(19 * MINUTE);
    notifications.progress(progress(5));
    nanos.addAndGet(2 * MINUTE);
    notifications.progress(progress(5));
    nanos.addAndGet(30 * MINUTE);
    notifications.progress(progress(5));
    notifications.close();
    assertThat(told()).containsExactly("stall no unit has ended for 21 minutes in r");
    notifications.progress(progress(6));
    nanos.addAndGet(25 * MINUTE);
    notifications.progress(progress(6));
    notifications.close();
    assertThat(told()).hasSize(2);
  }

  @Test
  void metricsAreKeptInAFile() throws IOException {
    Path file = folder.resolve("sheaf.prom");
    try (Metrics metrics = Metrics.open(file.toString(), "a\"b", nanos::get, complaints::add)) {
      metrics.progress(progress(5));
      assertThat(Files.readAllLines(file))
          .contains(
              "# TYPE sheaf_units gauge",
              "sheaf_units{run=\"a\\\"b\",state=\"done\"} 5",
              "sheaf_units{run=\"a\\\"b\",state=\"waiting\"} 3",
              "sheaf_remaining_seconds{run=\"a\\\"b\",bound=\"high\"} 90",
              "sheaf_run_state{run=\"a\\\"b\",state=\"running\"} 1");
      metrics.progress(progress(6));
      assertThat(Files.readString(file)).contains("state=\"done\"} 5");
      nanos.addAndGet(1_000_000_000L);
      metrics.progress(progress(6));
      assertThat(Files.readString(file)).contains("state=\"done\"} 6");
      metrics.ended("completed", "");
      assertThat(Files.readString(file)).contains("state=\"completed\"} 1");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void metricsAreServedOnLoopback() throws IOException {
    try (Metrics metrics = Metrics.open(":0", "r", nanos::get, complaints::add)) {
      metrics.progress(progress(5));
      URI uri = URI.create("http://127.0.0.1:" + metrics.port().orElseThrow() + "/metrics");
      try (var in = uri.toURL().openStream()) {
        assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
            .contains("sheaf_units{run=\"r\",state=\"done\"} 5\n");
      }
    }
  }

  @Test
  void metricsThatCannotBeWrittenAreSaidOnce() throws IOException {
    try (Metrics metrics =
        Metrics.open(folder.resolve("no/where").toString(), "r", nanos::get, complaints::add)) {
      metrics.progress(progress(5));
      metrics.ended("completed", "");
    }
    assertThat(complaints).singleElement().asString().contains("metrics cannot be written");
  }

  private Notifications notifications() throws IOException {
    return new Notifications(
        List.of(Recipient.parse(recipient(), Map.of())), "r", nanos::get, complaints::add);
  }

  private static Progress progress(long done) {
    TimeRange left = new TimeRange(Duration.ofSeconds(60), Duration.ofSeconds(90));
    return new Progress(done, 0, 10, 2, Duration.ofMinutes(5), 1 / 60.0, Optional.of(left));
  }

  /// Appends a line for every message.
  private String recipient() throws IOException {
    Path script = folder.resolve("notify.sh");
    Files.writeString(script, "#!/bin/sh\necho \"$SHEAF_EVENT $SHEAF_TEXT\" >> \"$1\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return "command:" + script + " " + folder.resolve("told");
  }

  private List<String> told() throws IOException {
    return Files.readAllLines(folder.resolve("told"));
  }
}
