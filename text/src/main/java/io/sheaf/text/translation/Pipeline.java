package io.sheaf.text.translation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The programs of one direction of Apertium, started once and asked again and again: each answer
/// ends in NUL, as each question does. They end when their input does, so also when this process is
/// killed. Confined to one thread.
final class Pipeline implements Closeable {
  /// Lets the last words of a text be translated without waiting for more.
  private static final String END = "[][\n]";

  private static final Duration MOST_WAITING = Duration.ofMinutes(1);

  private final Process process;
  private final OutputStream questions;
  private final InputStream answers;

  /// @param mode the file that names the programs
  Pipeline(Path mode) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-c", programs(Files.readString(mode)), "sh", "-n", ""));
    builder.environment().put("LC_ALL", "C.UTF-8");
    this.process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    this.questions = process.getOutputStream();
    this.answers = new BufferedInputStream(process.getInputStream());
  }

  /// Each program told to answer at NUL.
  private static String programs(String mode) {
    return Arrays.stream(mode.strip().split("\\s*\\|\\s*"))
        .map(program -> program.replaceFirst("^(\\S+)", "$1 -z"))
        .collect(Collectors.joining(" | "));
  }

  /// Translates text in which Apertium's own characters are escaped.
  ///
  /// @throws IOException if a program has ended, or there is no answer for a minute
  String translate(String text) throws IOException {
    Thread watch = Thread.startVirtualThread(this::endUnlessInterrupted);
    try {
      return answer(text);
    } catch (IOException e) {
      throw new IOException("apertium has ended, or did not answer", e);
    } finally {
      watch.interrupt();
    }
  }

  private void endUnlessInterrupted() {
    try {
      Thread.sleep(MOST_WAITING);
      end();
    } catch (InterruptedException _) {
      // There was an answer.
    }
  }

  private String answer(String text) throws IOException {
    // On a thread of its own, as the programs may answer before they have read all.
    Thread.startVirtualThread(() -> ask(text));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (int next = answers.read(); next != 0; next = answers.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      answer.write(next);
    }
    String found = answer.toString(StandardCharsets.UTF_8);
    return found.endsWith(END) ? found.substring(0, found.length() - END.length()) : found;
  }

  private void ask(String text) {
    try {
      questions.write((text + END + "\0").getBytes(StandardCharsets.UTF_8));
      questions.flush();
    } catch (IOException _) {
      end();
    }
  }

  @Override
  public void close() throws IOException {
    end();
    answers.close();
  }

  /// Whoever waits for an answer gets none.
  void end() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
