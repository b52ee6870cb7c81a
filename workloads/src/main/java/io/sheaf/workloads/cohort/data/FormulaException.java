package io.sheaf.workloads.cohort.data;

import java.io.Serial;

/// A formula that cannot be used; the message is one line that names formula and position.
public final class FormulaException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  FormulaException(String message) {
    super(message);
  }
}
