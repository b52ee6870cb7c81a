package io.sheaf.arc.task;

import java.io.IOException;

/// A file that is no ARC task; the message says which, where and what was expected.
public final class TaskException extends IOException {
  private static final long serialVersionUID = 1;

  TaskException(String message) {
    super(message);
  }
}
