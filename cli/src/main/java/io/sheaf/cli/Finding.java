package io.sheaf.cli;

/// Something that `sheaf doctor` has looked at.
///
/// @param advice what to do, empty if nothing
record Finding(String what, State state, String detail, String advice) {
  /// How it is.
  enum State {
    GOOD,
    /// Works, but not as it could.
    WEAK,
    /// Nothing can be run until this is there.
    MISSING
  }

  static Finding good(String what, String detail) {
    return new Finding(what, State.GOOD, detail, "");
  }

  static Finding weak(String what, String detail, String advice) {
    return new Finding(what, State.WEAK, detail, advice);
  }

  static Finding missing(String what, String detail, String advice) {
    return new Finding(what, State.MISSING, detail, advice);
  }
}
