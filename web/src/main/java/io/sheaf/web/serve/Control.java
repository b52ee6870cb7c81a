package io.sheaf.web.serve;

import java.io.IOException;
import java.nio.file.Path;

/// What the dashboard may do to a run, where that is allowed. Thread-safe.
public interface Control {
  /// Asks a run to stop once its running units end.
  ///
  /// @throws IOException if it could not be done; the message says why and what to do
  void stop(Path run) throws IOException;

  /// Starts a process that runs failed units again, and those that have no result.
  ///
  /// @param unit that runs again although it is done; empty for none
  void retry(Path run, String unit) throws IOException;

  /// Settles a unit as failed, so that the others can be finished without it.
  void quarantine(Path run, String unit) throws IOException;
}
