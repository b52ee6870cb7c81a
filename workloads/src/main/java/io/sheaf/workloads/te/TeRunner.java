package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.info.series.Workers;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Answers for one group and its columns. The table is read by the first unit that needs it.
/// Thread-safe.
final class TeRunner implements UnitRunner {
  private final Settings settings;
  private Optional<Loaded> loaded = Optional.empty();

  private record Loaded(Request request, Map<String, SeriesTable> groups) {}

  TeRunner(Settings settings) {
    this.settings = settings;
  }

  @Override
  public UnitOutput run(Unit unit, UnitContext context) throws IOException {
    Loaded all;
    try (Phase _ = context.phase("read")) {
      all = loaded();
    }
    String group = unit.parameter(TeWorkload.GROUP);
    int roles = Integer.parseInt(unit.parameter(TeWorkload.ROLES));
    try (Phase _ = context.phase("estimate")) {
      Answer answer =
          new Inquiry(all.request().question(), Workers.calling())
              .answer(
                  Objects.requireNonNull(all.groups().get(group), group),
                  all.request().roles().get(roles),
                  group);
      return new UnitOutput(TeTables.rows(answer));
    } catch (ConfigurationException e) {
      throw new UnitFailedException(String.valueOf(e.getMessage()));
    }
  }

  private synchronized Loaded loaded() throws IOException {
    if (loaded.isEmpty()) {
      Request request = Request.of(settings);
      loaded = Optional.of(new Loaded(request, request.groups()));
    }
    return loaded.get();
  }
}
