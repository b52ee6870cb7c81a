package io.sheaf.engine.run;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The logs of a run: `run.log`, a file per worker, and `errors.log` with nothing but errors.
///
/// Thread-safe; every line is written when the call returns. Appends on resume. Writing never
/// throws, for workers have nobody to tell: the coordinator asks with [#check].
final class RunLog {
  private final Path directory;
  private @Nullable IOException failure;

  RunLog(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  void info(String message) {
    append("run.log", "INFO  " + message);
  }

  void worker(String worker, String message) {
    append(worker + ".log", "INFO  " + message);
  }

  void error(String message) {
    append("run.log", "ERROR " + message);
    append("errors.log", "ERROR " + message);
  }

  void error(String message, Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    error(message + System.lineSeparator() + trace);
  }

  /// Whether everything could be written.
  ///
  /// @throws IOException for the first line that could not
  synchronized void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /// Without a channel, which an interrupt would close.
  private synchronized void append(String file, String line) {
    String text = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n";
    Path path = directory.resolve(file);
    try (FileOutputStream out = new FileOutputStream(path.toFile(), true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (failure == null) {
        failure = new IOException(path + ": " + e.getMessage(), e);
      }
    }
  }
}
