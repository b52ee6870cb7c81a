package io.sheaf.engine.run;

import java.io.IOException;

/// Another process writes this run directory.
public final class RunInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  RunInUseException(String message) {
    super(message);
  }
}
