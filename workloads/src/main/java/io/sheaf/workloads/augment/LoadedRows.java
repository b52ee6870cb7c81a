package io.sheaf.workloads.augment;

import io.sheaf.engine.config.Settings;
import java.io.IOException;
import java.util.List;

/// The rows of the input, read when a unit first needs them. Thread-safe.
final class LoadedRows {
  private final Settings settings;
  private List<SourceRow> rows = List.of();
  private boolean loaded;

  LoadedRows(Settings settings) {
    this.settings = settings;
  }

  synchronized List<SourceRow> get() throws IOException {
    if (!loaded) {
      rows = SourceRows.read(settings);
      loaded = true;
    }
    return rows;
  }
}
