package io.sheaf.engine.journal;

import java.io.IOException;

/// A journal that cannot be trusted; nothing is computed from it.
public final class CorruptJournalException extends IOException {
  private static final long serialVersionUID = 1L;

  CorruptJournalException(String message) {
    super(message);
  }

  CorruptJournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
