package io.sheaf.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The process's terminal, handing over keys as they are pressed and showing whole screens.
///
/// Through `stty`, which every Unix has, so that no library has to be loaded; elsewhere there is
/// none. Leaves the terminal as it was, also after ^C.
final class RawTerminal implements AutoCloseable {
  private static final File DEVICE = new File("/dev/tty");
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4}) ([1-9]\\d{0,4})");
  private static final String ENTER = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";

  private final PrintWriter out;
  private final String before;
  private final InputStream keys;
  private final Thread restore = new Thread(this::restore);

  /// Width and height in characters.
  record Size(int columns, int rows) {}

  private RawTerminal(PrintWriter out, String before) throws IOException {
    this.out = out;
    this.before = before;
    this.keys = new FileInputStream(DEVICE);
  }

  /// Takes the terminal; empty if there is none that can be asked.
  static Optional<RawTerminal> open(PrintWriter out) {
    try {
      String before = stty("-g");
      if (before.isEmpty()) {
        return Optional.empty();
      }
      RawTerminal terminal = new RawTerminal(out, before);
      stty("-icanon", "-echo", "min", "0", "time", "1");
      Runtime.getRuntime().addShutdownHook(terminal.restore);
      terminal.write(ENTER);
      return Optional.of(terminal);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  Size size() throws IOException {
    Matcher size = SIZE.matcher(stty("size"));
    return size.matches()
        ? new Size(Integer.parseInt(size.group(2)), Integer.parseInt(size.group(1)))
        : new Size(80, 24);
  }

  /// The next key, or several that arrived together; empty after a tenth of a second without one.
  String key() throws IOException {
    byte[] bytes = new byte[16];
    int n = keys.read(bytes);
    return n <= 0 ? "" : new String(bytes, 0, n, StandardCharsets.UTF_8);
  }

  /// Replaces the screen, without a flicker.
  void show(List<String> lines) {
    StringBuilder text = new StringBuilder("\u001b[H");
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i)).append("\u001b[K").append(i < lines.size() - 1 ? "\r\n" : "");
    }
    write(text.append("\u001b[J").toString());
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(restore);
    restore();
    keys.close();
  }

  private void restore() {
    write(LEAVE);
    try {
      stty(before);
    } catch (IOException _) {
      // The terminal is gone, so there is nothing to put right.
    }
  }

  private void write(String text) {
    out.print(text);
    out.flush();
  }

  private static String stty(String... words) throws IOException {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("stty"), Stream.of(words)).toList())
            .redirectInput(DEVICE)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? said.strip() : "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
