package io.sheaf.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

/// Runs command lines in this process and keeps what they say.
final class Shell {
  final Map<String, String> environment = new HashMap<>();
  private final Catalogue catalogue;
  private Screen screen = new Screen(false, false, 80);

  /// With the test's own workload.
  Shell() {
    this(Counting.catalogue());
  }

  Shell(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// What came of a command.
  record Said(int code, String out, String err) {}

  Shell onTerminal(int columns) {
    screen = new Screen(true, true, columns);
    return this;
  }

  Said run(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = new String[words.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = words[i].toString();
    }
    int code = Sheaf.execute(console(out, err), args);
    return new Said(code, out.toString(), err.toString());
  }

  Console console(StringWriter out, StringWriter err) {
    return new Console(new PrintWriter(out), new PrintWriter(err), screen, environment, catalogue);
  }
}
