package io.sheaf.cli;

/// What the process tells its caller.
final class ExitCode {
  static final int COMPLETE = 0;
  static final int UNITS_FAILED = 1;
  static final int USAGE = 2;
  static final int STOPPED = 3;
  static final int REFUSED = 4;
  static final int IN_USE = 5;
  static final int KILLED = 130;

  private ExitCode() {}
}
