package io.sheaf.engine.execute;

import java.util.Optional;

/// What a unit under way may tell and ask, wherever it runs. Thread-safe.
interface UnitEvents {
  void saved(byte[] state);

  Optional<byte[]> restored();

  void advanced(long done, long total);

  void defect(String trace);

  void notice(String line);
}
