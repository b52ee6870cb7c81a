package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.journal.JournalIndex.Attempt;
import io.sheaf.engine.journal.JournalIndex.PhaseLine;
import io.sheaf.engine.run.RunDirectory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A run as a file for chrome://tracing and ui.perfetto.dev: a row for each worker, on it its
/// attempts, inside them their phases.
///
/// The journal keeps one sum for each phase of an attempt. So a phase is drawn as one bar of that
/// length, where it first began or behind the bar before it; its arguments tell calls and times.
///
/// @see <a
///   href="https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU">Trace
///   Event Format</a>
public final class TraceFile {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final double NANOS_PER_MICRO = 1e3;

  private final JsonGenerator json;
  private final Map<String, Integer> rows = new TreeMap<>();
  private double free = Double.NEGATIVE_INFINITY;
  private int row;
  private long attempts;

  private TraceFile(JsonGenerator json) {
    this.json = json;
  }

  /// Writes the file.
  ///
  /// @return how many attempts are in it
  public static long write(RunDirectory directory, Path file) throws IOException {
    try (JournalIndex journal = JournalIndex.open(directory.journal());
        JournalIndex phases = JournalIndex.open(directory.journal());
        BufferedWriter out = Files.newBufferedWriter(file);
        JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      TraceFile trace = new TraceFile(json);
      json.writeStartObject();
      json.writeStringProperty("displayTimeUnit", "ms");
      json.writeArrayPropertyStart("traceEvents");
      trace.name("process_name", 0, directory.path().toString());
      journal.attempts(attempt -> trace.attempt(attempt, phases));
      json.writeEndArray();
      json.writeEndObject();
      return trace.attempts;
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void attempt(Attempt attempt, JournalIndex journal) {
    if (!rows.containsKey(attempt.worker())) {
      row = rows.size() + 1;
      rows.put(attempt.worker(), row);
      name("thread_name", row, attempt.worker());
      free = Double.NEGATIVE_INFINITY;
    }
    double start = start(attempt.startedMillis() * 1e3);
    double length = attempt.wallNanos() / NANOS_PER_MICRO;
    begin(attempt.unit(), "unit", start, length);
    json.writeNumberProperty("attempt", attempt.epoch());
    json.writeStringProperty("outcome", attempt.outcome());
    json.writeStringProperty("why", attempt.why());
    json.writeNumberProperty("cpu_ms", attempt.cpuNanos() / 1e6);
    end();
    attempts++;
    free = start + length;
    try {
      phases(journal.phases(attempt.index(), attempt.epoch()), start, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts are known to the millisecond, and an attempt that seems to begin less than that before
  /// the end of the one before it begins there.
  private double start(double told) {
    return free > told && free - told < 1000 ? free : told;
  }

  private void phases(List<PhaseLine> phases, double start, double length) {
    double left = phases.stream().mapToDouble(one -> one.wallNanos() / NANOS_PER_MICRO).sum();
    double at = start;
    for (PhaseLine phase : phases) {
      double lasts = phase.wallNanos() / NANOS_PER_MICRO;
      double began = start + phase.firstNanos() / NANOS_PER_MICRO;
      at = Math.max(at, Math.min(began, start + length - left));
      begin(phase.name(), "phase", at, lasts);
      json.writeNumberProperty("calls", phase.calls());
      json.writeNumberProperty("wall_ms", phase.wallNanos() / 1e6);
      json.writeNumberProperty("cpu_ms", phase.cpuNanos() / 1e6);
      end();
      at += lasts;
      left -= lasts;
    }
  }

  private void begin(String name, String kind, double micros, double length) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("cat", kind);
    json.writeStringProperty("ph", "X");
    json.writeNumberProperty("ts", micros);
    json.writeNumberProperty("dur", length);
    json.writeNumberProperty("pid", 1);
    json.writeNumberProperty("tid", row);
    json.writeObjectPropertyStart("args");
  }

  private void end() {
    json.writeEndObject();
    json.writeEndObject();
  }

  private void name(String what, int ofRow, String name) {
    json.writeStartObject();
    json.writeStringProperty("name", what);
    json.writeStringProperty("ph", "M");
    json.writeNumberProperty("pid", 1);
    json.writeNumberProperty("tid", ofRow);
    json.writeObjectPropertyStart("args");
    json.writeStringProperty("name", name);
    json.writeEndObject();
    json.writeEndObject();
  }
}
