package io.sheaf.engine.run;

import io.sheaf.engine.journal.Sample;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `status.json`: the heartbeat of a run, replaced whole.
final class StatusFile {
  private static final JsonFactory FACTORY = new JsonFactory();
  private final Path file;

  StatusFile(Path file) {
    this.file = file;
  }

  /// What a run is doing.
  enum State {
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED
  }

  /// A unit under way.
  ///
  /// @param advance how far it is, `3/8`, empty where it does not tell
  /// @param worker who works on it, empty for what has only been handed out
  record Current(String id, String advance, String worker) {}

  void write(State state, Progress progress, List<Current> current, List<Sample> processes)
      throws IOException {
    long nowMillis = System.currentTimeMillis();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("status", state.name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("timestamp", Instant.ofEpochMilli(nowMillis).toString());
      json.writeNumberProperty("pid", ProcessHandle.current().pid());
      json.writeObjectPropertyStart("progress");
      json.writeNumberProperty("done", progress.done());
      json.writeNumberProperty("failed", progress.failed());
      json.writeNumberProperty("total", progress.total());
      json.writeNumberProperty("running", progress.running());
      json.writeNumberProperty("percent", Math.floor(progress.percent() * 10) / 10);
      json.writeNumberProperty("units_per_second", progress.unitsPerSecond());
      json.writeEndObject();
      json.writeArrayPropertyStart("current_units");
      current.forEach(unit -> json.writeString((unit.id() + " " + unit.advance()).strip()));
      json.writeEndArray();
      json.writeObjectPropertyStart("workers");
      current.stream()
          .filter(unit -> !unit.worker().isEmpty())
          .forEach(unit -> json.writeStringProperty(unit.worker(), unit.id()));
      json.writeEndObject();
      json.writeArrayPropertyStart("processes");
      processes.forEach(process -> process(json, process));
      json.writeEndArray();
      json.writeNumberProperty("elapsed_seconds", progress.elapsed().toMillis() / 1000.0);
      if (progress.remaining().isPresent()) {
        TimeRange range = progress.remaining().get();
        json.writeObjectPropertyStart("remaining_seconds");
        json.writeNumberProperty("low", range.low().toMillis() / 1000.0);
        json.writeNumberProperty("high", range.high().toMillis() / 1000.0);
        json.writeEndObject();
      } else {
        json.writeNullProperty("remaining_seconds");
      }
      json.writeNumberProperty("errors_count", progress.failed());
      json.writeEndObject();
    }
    AtomicFile.writeUnsynced(file, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void process(JsonGenerator json, Sample process) {
    json.writeStartObject();
    json.writeStringProperty("name", process.process());
    json.writeNumberProperty("pid", process.pid());
    json.writeNumberProperty("rss_bytes", process.rssBytes());
    json.writeNumberProperty("cpu_ms", process.cpuMillis());
    json.writeNumberProperty("read_bytes", process.readBytes());
    json.writeNumberProperty("written_bytes", process.writtenBytes());
    json.writeNumberProperty("gpu_bytes", process.gpuBytes());
    json.writeEndObject();
  }
}
