package io.sheaf.workloads.command;

/// Names of the signals that commonly end a command.
final class Signals {
  private static final int FIRST = 128;

  private Signals() {}

  /// What to say behind an exit code, empty if it was no signal.
  static String of(int code) {
    int signal = code - FIRST;
    String name =
        switch (signal) {
          case 1 -> "hung up";
          case 2 -> "interrupted";
          case 4 -> "illegal instruction";
          case 6 -> "aborted";
          case 8 -> "arithmetic error";
          case 9 -> "killed";
          case 11 -> "segmentation fault";
          case 13 -> "broken pipe";
          case 15 -> "terminated";
          default -> "";
        };
    return name.isEmpty() ? "" : " (signal " + signal + ", " + name + ")";
  }
}
