package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.TimeRange;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A line of JSON for every notice and failure, and for a change of state at most one a second.
final class JsonDisplay implements Display {
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final PrintWriter err;
  private final LongSupplier nanos;
  private Optional<Progress> unsaid = Optional.empty();
  private String lastState = "";
  private long lastNanos;

  JsonDisplay(PrintWriter err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
    this.lastNanos = nanos.getAsLong() - INTERVAL_NANOS;
  }

  @Override
  public synchronized void notice(String line) {
    say(Map.of("event", "notice", "text", line));
  }

  @Override
  public synchronized void progress(Progress progress) {
    String state = progress.done() + " " + progress.failed() + " " + progress.running();
    if (state.equals(lastState)) {
      return;
    }
    lastState = state;
    unsaid = Optional.of(progress);
    if (nanos.getAsLong() - lastNanos >= INTERVAL_NANOS) {
      sayProgress();
    }
  }

  @Override
  public synchronized void failed(String unit, String message) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "failed");
    event.put("unit", unit);
    event.put("message", message);
    say(event);
  }

  @Override
  public synchronized void close() {
    sayProgress();
  }

  private void sayProgress() {
    unsaid.ifPresent(progress -> say(event(progress)));
    unsaid = Optional.empty();
    lastNanos = nanos.getAsLong();
  }

  private void say(Map<String, ?> event) {
    err.println(Json.value(event));
    err.flush();
  }

  private static Map<String, @Nullable Object> event(Progress progress) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("event", "progress");
    event.put("done", progress.done());
    event.put("failed", progress.failed());
    event.put("total", progress.total());
    event.put("running", progress.running());
    event.put("percent", Math.floor(progress.percent() * 10) / 10);
    event.put("units_per_second", progress.unitsPerSecond());
    event.put("elapsed_seconds", seconds(progress.elapsed()));
    event.put("remaining_seconds", progress.remaining().map(JsonDisplay::range).orElse(null));
    return event;
  }

  private static Map<String, Object> range(TimeRange range) {
    Map<String, Object> seconds = new LinkedHashMap<>();
    seconds.put("low", seconds(range.low()));
    seconds.put("high", seconds(range.high()));
    return seconds;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
