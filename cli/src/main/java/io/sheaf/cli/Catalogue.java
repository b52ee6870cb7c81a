package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.plan.Workload;
import io.sheaf.workloads.Preset;
import java.util.List;

/// The workloads and presets there are.
interface Catalogue {
  List<Workload> workloads();

  List<Preset> presets();

  /// The workload of that name.
  default Workload workload(String name) {
    List<String> names = workloads().stream().map(Workload::name).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      throw unknown("workload", name, names);
    }
    return workloads().get(index);
  }

  /// The preset of that name.
  default Preset preset(String name) {
    List<String> names = presetNames();
    int index = names.indexOf(name);
    if (index < 0) {
      throw unknown("preset", name, names);
    }
    return presets().get(index);
  }

  default List<String> presetNames() {
    return presets().stream().map(Preset::name).toList();
  }

  private static ConfigurationException unknown(String what, String name, List<String> names) {
    return new ConfigurationException(
        "unknown %s `%s`%s (there are: %s)"
            .formatted(what, name, Nearest.hint(name, names), String.join(", ", names)));
  }
}
