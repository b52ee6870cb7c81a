package io.sheaf.engine.run;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What is to be computed.
///
/// @param name of the preset or file, for the run directory's name
public record Definition(String name, Workload workload, Settings settings) {
  /// Lists the work; reads the inputs to know their content.
  public Plan plan() throws IOException {
    return new Plan(fingerprint(), settings.seed(), workload.units(settings));
  }

  /// Workload, version and the settings that shape results, as one digest.
  public String fingerprint() {
    List<String> parts = new ArrayList<>(List.of(workload.name(), workload.version()));
    settings.identity().forEach((key, value) -> parts.addAll(List.of(key, value)));
    return Digest.of(parts);
  }
}
