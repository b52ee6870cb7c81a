package io.sheaf.engine.run;

import io.sheaf.engine.journal.Journal;
import java.io.IOException;

/// Notes when each fifth of a run's units was through, under `reached/20` to `reached/100`.
final class Milestones {
  private static final int PARTS = 5;

  private Milestones() {}

  /// One more unit is through, which may be the last of a fifth, or of several.
  static void note(Journal journal, long settled, long all) throws IOException {
    for (long part = PARTS * (settled - 1) / all + 1; part <= PARTS * settled / all; part++) {
      journal.note("reached/" + 100 / PARTS * part, System.currentTimeMillis());
    }
  }
}
