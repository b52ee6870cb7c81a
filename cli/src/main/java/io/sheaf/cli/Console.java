package io.sheaf.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/// What a command may use: where it writes, what it knows of its surroundings, and the workloads.
///
/// @param out for data
/// @param err for talk
/// @param screen what the two are
/// @param environment variables of the process
record Console(
    PrintWriter out,
    PrintWriter err,
    Screen screen,
    Map<String, String> environment,
    Catalogue catalogue) {

  /// The process's own. Always UTF-8, as all of Sheaf's files are.
  static Console ofProcess(Catalogue catalogue) {
    return new Console(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Screen.ofProcess(),
        System.getenv(),
        catalogue);
  }

  /// Tells the user something about a command, on a line of its own.
  void say(String line) {
    err.println("sheaf: " + line);
    err.flush();
  }

  void flush() {
    out.flush();
    err.flush();
  }

  /// Whether standard output may be coloured.
  boolean coloursOut() {
    return screen.outIsTerminal() && mayColour();
  }

  /// Whether standard error may be coloured.
  boolean coloursErr() {
    return screen.errIsTerminal() && mayColour();
  }

  ColorScheme colours() {
    return picocli.CommandLine.Help.defaultColorScheme(coloursOut() ? Ansi.ON : Ansi.OFF);
  }

  /// As wide as the screen, in bounds in which text is pleasant to read.
  int helpWidth() {
    return Math.clamp(screen.columns(), 60, 100);
  }

  private boolean mayColour() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
