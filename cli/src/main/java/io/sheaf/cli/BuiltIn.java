package io.sheaf.cli;

import io.sheaf.engine.plan.Workload;
import io.sheaf.workloads.Preset;
import io.sheaf.workloads.Workloads;
import java.util.List;

/// What comes with Sheaf.
final class BuiltIn implements Catalogue {
  @Override
  public List<Workload> workloads() {
    return Workloads.all();
  }

  @Override
  public List<Preset> presets() {
    return Workloads.presets();
  }
}
