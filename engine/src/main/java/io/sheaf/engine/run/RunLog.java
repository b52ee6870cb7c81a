package io.sheaf.engine.run;

import io.sheaf.engine.execute.Completion;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The logs of a run: `run.log`, a file per worker, `errors.log` with nothing but errors, and
/// `events.jsonl` with all of it for programs.
///
/// Appends on resume. A line is written at the next [#flush], an error at once. Writing does not
/// throw; the coordinator asks with [#check]. Confined to its thread.
final class RunLog implements AutoCloseable {
  private final Path directory;
  private final Map<String, OutputStream> files = new HashMap<>();
  private @Nullable IOException failure;
  private long nowMillis;
  private String now = "";

  RunLog(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  void info(String message) {
    String time = now();
    append("run.log", time + " INFO  " + message);
    append("events.jsonl", event(time, "info", message));
  }

  void error(String message) {
    String time = now();
    append("run.log", time + " ERROR " + message);
    append("errors.log", time + " ERROR " + message);
    append("events.jsonl", event(time, "error", message));
    flush();
  }

  void error(String message, Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    error(message + System.lineSeparator() + trace);
  }

  /// The end of an attempt, in the log of its worker.
  void attempt(String unit, Completion completion) {
    String time = now();
    String word = completion.outcome().word();
    int epoch = completion.assignment().epoch();
    long millis = completion.usage().wallNanos() / 1_000_000;
    append(
        completion.worker() + ".log",
        time + " INFO  " + unit + " attempt " + epoch + " " + word + " after " + millis + " ms");
    append(
        "events.jsonl",
        "{\"time\":\""
            + time
            + "\",\"level\":\"info\",\"event\":\"attempt\",\"unit\":"
            + quoted(unit)
            + ",\"attempt\":"
            + epoch
            + ",\"worker\":\""
            + completion.worker()
            + "\",\"outcome\":\""
            + word
            + "\",\"wall_ms\":"
            + millis
            + ",\"cpu_ms\":"
            + completion.usage().cpuNanos() / 1_000_000
            + "}");
  }

  /// Writes out what was said so far.
  void flush() {
    for (OutputStream file : files.values()) {
      try {
        file.flush();
      } catch (IOException e) {
        fail(directory, e);
      }
    }
  }

  /// Whether everything could be written.
  ///
  /// @throws IOException for the first line that could not
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    for (OutputStream file : files.values()) {
      file.close();
    }
  }

  /// Without a channel, which an interrupt would close.
  private void append(String name, String line) {
    try {
      OutputStream file = files.get(name);
      if (file == null) {
        file = new BufferedOutputStream(new FileOutputStream(path(name).toFile(), true));
        files.put(name, file);
      }
      file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      fail(path(name), e);
    }
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private void fail(Path path, IOException e) {
    if (failure == null) {
      failure = new IOException(path + ": " + e.getMessage(), e);
    }
  }

  private String now() {
    long millis = System.currentTimeMillis();
    if (millis != nowMillis) {
      nowMillis = millis;
      now = Instant.ofEpochMilli(millis).toString();
    }
    return now;
  }

  private static String event(String time, String level, String message) {
    return "{\"time\":\"%s\",\"level\":\"%s\",\"event\":\"message\",\"text\":%s}"
        .formatted(time, level, quoted(message));
  }

  /// A JSON string.
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
