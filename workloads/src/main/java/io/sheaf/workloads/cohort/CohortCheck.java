package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What finished tables must satisfy: types, keys, ranges, differences, q at least p, row counts.
final class CohortCheck {
  private static final double ROUNDING = 1e-12;

  private final Settings settings;
  private final Profile profile;
  private final Map<String, List<Row>> tables;
  private final boolean complete;
  private final List<TableProblem> problems = new ArrayList<>();

  private CohortCheck(Settings settings, Map<String, List<Row>> tables, boolean complete) {
    this.settings = settings;
    this.profile = Profile.of(settings.text("statistics"));
    this.tables = tables;
    this.complete = complete;
  }

  static List<TableProblem> problems(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    CohortCheck check = new CohortCheck(settings, tables, complete);
    for (CohortTables.Measure measure : CohortTables.Measure.values()) {
      check.checkMeasure(measure);
    }
    check.checkTable(CohortTables.GRANGER);
    check.checkRowCount(CohortTables.GRANGER, 1);
    check.checkTable(CohortTables.HOURS);
    check.checkHours();
    check.checkHistories();
    return List.copyOf(check.problems);
  }

  private void checkMeasure(CohortTables.Measure measure) {
    Table table = measure.table();
    checkTable(table);
    String m = measure.name();
    List<Integer> taus = settings.wholes("taus");
    checkRowCount(table, taus.size());
    String suffix = profile.comparesEffective() ? "_effective" : "";
    for (Row row : rows(table)) {
      double delta = row.number(table.index("Delta_" + m));
      double toSitting = row.number(table.index(m + "_A2S" + suffix));
      double toActivity = row.number(table.index(m + "_S2A" + suffix));
      if (!isClose(delta, toSitting - toActivity)) {
        find(
            table,
            "%s: Delta_%s is not the difference of the two directions"
                .formatted(key(row, table), m));
      }
      if (!taus.contains((int) row.number(table.index("tau")))) {
        find(table, "%s: tau is not one of %s".formatted(key(row, table), taus));
      }
      for (Direction direction : Direction.values()) {
        checkDirection(table, row, m, direction);
      }
    }
    if (measure == CohortTables.Measure.CTE) {
      checkHourBins(table);
    }
  }

  /// Equal up to rounding, or both without a value.
  private static boolean isClose(double one, double other) {
    boolean both = Double.isNaN(one) && Double.isNaN(other);
    return both || Math.abs(one - other) <= ROUNDING;
  }

  private void checkDirection(Table table, Row row, String measure, Direction direction) {
    double value = row.number(table.index(measure + "_" + direction));
    double p = row.number(table.index("p_" + direction));
    if (value < -ROUNDING) {
      find(table, "%s: %s_%s is negative".formatted(key(row, table), measure, direction));
    }
    if (Double.isNaN(value) != Double.isNaN(p)) {
      find(
          table,
          "%s: %s_%s and its p, one without the other"
              .formatted(key(row, table), measure, direction));
    }
    double least = 1 / (1.0 + settings.whole("surrogates"));
    if (profile != Profile.COMPAT && p < least - ROUNDING) {
      find(
          table,
          "%s: p_%s = %s, expected %s or more".formatted(key(row, table), direction, p, least));
    }
  }

  /// Every unit that was analysed has a row of hours.
  private void checkRowCount(Table table, int lags) {
    int units = rows(CohortTables.HOURS).size();
    int found = rows(table).size();
    if (found != units * lags) {
      find(table, "has %d rows, expected %d units x %d lags".formatted(found, units, lags));
    }
  }

  private void checkHourBins(Table table) {
    boolean byHour = settings.text("condition").equals(SeriesLoader.HOUR);
    double bins = byHour ? settings.whole("hour_bins") : Double.NaN;
    int column = table.index("hour_bins");
    for (Row row : rows(table)) {
      if (!isClose(row.number(column), bins)) {
        find(
            table,
            "%s: hour_bins differs from the configured %s"
                .formatted(
                    key(row, table),
                    byHour ? settings.text("hour_bins") : "condition, which has none"));
      }
    }
  }

  private void checkTable(Table table) {
    Set<String> keys = new HashSet<>();
    List<String> modes = settings.texts("feature_modes");
    for (Row row : rows(table)) {
      if (!modes.contains(row.text(table.index("feature_mode")))) {
        find(table, "%s: feature_mode is not one of %s".formatted(key(row, table), modes));
      }
      if (!keys.add(key(row, table))) {
        find(table, "%s is there twice".formatted(key(row, table)));
      }
      for (int i = 0; i < table.columns().size(); i++) {
        checkCell(table, row, i);
      }
    }
    if (rows(table).isEmpty()) {
      find(table, "is empty");
    }
  }

  private void checkCell(Table table, Row row, int column) {
    Table.Column definition = table.columns().get(column);
    @Nullable Object cell = row.cells().get(column);
    String name = definition.name();
    boolean typed =
        switch (definition.type()) {
          case TEXT -> cell == null || cell instanceof String;
          case WHOLE -> cell == null || cell instanceof Long;
          case NUMBER -> cell == null || cell instanceof Double;
          case FLAG -> cell == null || cell instanceof Boolean;
        };
    if (!typed || (table.key().contains(name) && cell == null)) {
      find(table, "%s: %s holds %s".formatted(key(row, table), name, cell));
    }
    boolean probability = name.startsWith("p_") || name.startsWith("q_") || name.endsWith("_pval");
    if (probability && cell instanceof Double value && !(value >= 0 && value <= 1)) {
      find(table, "%s: %s = %s, expected 0 to 1".formatted(key(row, table), name, value));
    }
    if (cell instanceof Long count && count < (isHistory(name) ? 1 : 0)) {
      find(table, "%s: %s = %s, expected more".formatted(key(row, table), name, count));
    }
    if (definition.overAll()) {
      checkOverAll(table, row, column);
    }
  }

  private static boolean isHistory(String column) {
    return List.of("k", "l", "k_S2A", "tau", "k_selected", "k_original").contains(column);
  }

  /// A q is there where its p is, and is at least that p; without all units there is none.
  private void checkOverAll(Table table, Row row, int column) {
    String name = table.columns().get(column).name();
    if (!complete && !Double.isNaN(row.number(column))) {
      find(table, "%s: %s is filled although units are missing".formatted(key(row, table), name));
    }
    if (!name.startsWith("q_")) {
      return;
    }
    String p = name.startsWith("q_GC_") ? name.substring(2) + "_pval" : "p_" + name.substring(2);
    double before = row.number(table.index(p));
    double after = row.number(column);
    boolean expected = complete && !Double.isNaN(before);
    if (complete && (expected == Double.isNaN(after) || after < before)) {
      find(table, "%s: %s = %s beside %s = %s".formatted(key(row, table), name, after, p, before));
    }
  }

  private void checkHours() {
    Table table = CohortTables.HOURS;
    int first = table.index("hour_00");
    for (Row row : rows(table)) {
      double sum = 0;
      for (int hour = 0; hour < 24; hour++) {
        sum += row.number(first + hour);
      }
      if (sum != row.number(table.index("total_samples"))) {
        find(table, "%s: the hours do not add up to total_samples".formatted(key(row, table)));
      }
    }
  }

  private void checkHistories() {
    Table table = CohortTables.HISTORIES;
    if (!CohortWorkload.choosesHistory(settings)) {
      return;
    }
    checkTable(table);
    checkRowCount(table, 1);
    List<Integer> grid = settings.wholes("k_selection.k_grid");
    int most = settings.optionalWhole("k_selection.k_max").orElse(guardedMaximum());
    for (Row row : rows(table)) {
      checkOnGrid(row, "k_selected", grid, most);
      if (profile.choosesPerVariable()) {
        checkOnGrid(row, "k_A_selected", grid, most);
      }
    }
  }

  private void checkOnGrid(Row row, String column, List<Integer> grid, int most) {
    Table table = CohortTables.HISTORIES;
    double k = row.number(table.index(column));
    if (k > most || !(grid.contains((int) k) || k == most)) {
      find(
          table, "%s: %s = %.0f is not on the grid %s".formatted(key(row, table), column, k, grid));
    }
  }

  private int guardedMaximum() {
    boolean guarded = settings.text("k_selection.strategy").equals("GUARDED_AIS");
    return guarded && !profile.choosesPerVariable()
        ? SharedHistory.GUARDED_MAXIMUM
        : Integer.MAX_VALUE;
  }

  private List<Row> rows(Table table) {
    return tables.getOrDefault(table.name(), List.of());
  }

  private static String key(Row row, Table table) {
    return String.join("/", table.key().stream().map(name -> row.text(table.index(name))).toList());
  }

  private void find(Table table, String problem) {
    problems.add(new TableProblem(table.fileName(), problem));
  }
}
