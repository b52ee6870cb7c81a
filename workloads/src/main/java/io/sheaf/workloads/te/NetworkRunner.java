package io.sheaf.workloads.te;

import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.info.series.NetworkInference;
import io.sheaf.info.series.Null;
import io.sheaf.info.series.Rows;
import io.sheaf.info.series.Variable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What informs one target. The table is read by the first unit that needs it. Thread-safe.
final class NetworkRunner implements UnitRunner {
  private final NetworkRequest request;
  private Optional<Loaded> loaded = Optional.empty();

  /// @param series as the estimator takes them, in the order of the table's names
  /// @param warnings about single columns
  private record Loaded(SeriesTable table, List<Variable> series, List<String> warnings) {
    List<String> names() {
      return table.names();
    }

    List<String> warnings(Null how, int target) {
      List<String> all = new ArrayList<>(warnings);
      Autocorrelation.warning(how, table, names(), List.of(names().get(target)))
          .ifPresent(all::add);
      return all;
    }
  }

  NetworkRunner(NetworkRequest request) {
    this.request = request;
  }

  @Override
  public UnitOutput run(Unit unit, UnitContext context) throws IOException {
    Loaded all;
    try (Phase _ = context.phase("read")) {
      all = loaded();
    } catch (IllegalArgumentException e) {
      throw new UnitFailedException(String.valueOf(e.getMessage()));
    }
    int target = all.names().indexOf(unit.parameter(NetworkWorkload.TARGET));
    Rows rows = Rows.of(all.series().getFirst());
    NetworkInference inference = request.inference(context.seed("surrogates"));
    try (Phase _ = context.phase("select")) {
      NetworkTables.Doubt doubt =
          new NetworkTables.Doubt(
              inference.comparison().estimator().describe(),
              Math.max(0, rows.segments().length() - inference.mostLag()),
              all.warnings(request.how(), target));
      return new UnitOutput(
          NetworkTables.rows(
              inference.inputs(all.series(), target, rows), all.names(), request, doubt));
    } catch (IllegalArgumentException e) {
      throw new UnitFailedException(String.valueOf(e.getMessage()));
    }
  }

  private synchronized Loaded loaded() throws IOException {
    if (loaded.isEmpty()) {
      SeriesTable table = request.table();
      Preparation preparation = request.preparation();
      loaded =
          Optional.of(
              new Loaded(
                  table,
                  table.names().stream()
                      .map(name -> preparation.variable(table, List.of(name)))
                      .toList(),
                  table.names().stream()
                      .flatMap(name -> preparation.warning(table, name).stream())
                      .toList()));
    }
    return loaded.get();
  }
}
