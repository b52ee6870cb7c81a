package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a configuration must not say although each of its values is of the right kind.
final class CohortRefusals {
  private static final List<String> LISTS = List.of("taus", "feature_modes", "k_selection.k_grid");

  private CohortRefusals() {}

  /// Refuses data that are not there, and lists that are empty or name a thing twice, which would
  /// write rows twice.
  ///
  /// @throws ConfigurationException naming the first key
  static void check(Settings settings) {
    String root = settings.text("data_root");
    if (!Files.isDirectory(Path.of(root))) {
      throw new ConfigurationException(
          "data_root: %s is no directory; say where the data are with --set data_root=DIR"
              .formatted(root));
    }
    for (String key : LISTS) {
      List<String> items = settings.texts(key);
      if (items.isEmpty()) {
        throw new ConfigurationException(key + " is empty, expected at least one");
      }
      Set<String> seen = new HashSet<>();
      for (String item : items) {
        if (!seen.add(item)) {
          throw new ConfigurationException(
              "%s: %s stands twice, expected once".formatted(key, item));
        }
      }
    }
  }
}
