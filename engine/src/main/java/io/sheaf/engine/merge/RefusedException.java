package io.sheaf.engine.merge;

import java.util.List;

/// A merge or validation that must not succeed; the message says all that is wrong, a line each.
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public RefusedException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
