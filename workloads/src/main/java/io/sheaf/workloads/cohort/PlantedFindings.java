package io.sheaf.workloads.cohort;

import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.workloads.cohort.synth.Coupling;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the conditional transfer entropies of a finished cohort say about couplings that were
/// planted, at the first lag.
///
/// @param lines one for each kind of coupling
/// @param found planted directions with q at most the level
/// @param planted planted directions
/// @param falsePositives uncoupled directions with p at most the level
/// @param uncoupled uncoupled directions
public record PlantedFindings(
    Map<Coupling, Line> lines, int found, int planted, int falsePositives, int uncoupled) {

  /// What is said about the users of one kind.
  ///
  /// @param users how many there are
  /// @param toSitting users with q of A to S at most the level
  /// @param toActivity users with q of S to A at most the level
  /// @param pointsToSitting users whose Delta is above 0
  public record Line(int users, int toSitting, int toActivity, int pointsToSitting) {}

  /// Compares a run's rows with the truth.
  ///
  /// @param rows of the table `per_user_cte`
  /// @param level of significance
  public static PlantedFindings of(Map<String, Coupling> truth, List<Row> rows, double level) {
    Counts counts = new Counts(level);
    Table table = CohortTables.CONDITIONAL;
    double first = rows.stream().mapToDouble(row -> row.number(table.index("tau"))).min().orElse(0);
    for (Row row : rows) {
      Coupling coupling = truth.get(row.text(table.index("user_id")));
      if (coupling != null && row.number(table.index("tau")) == first) {
        counts.add(coupling, row);
      }
    }
    return counts.findings();
  }

  /// The name of the table it looks at.
  public static String tableName() {
    return CohortTables.CONDITIONAL.name();
  }

  private static final class Counts {
    private final Table table = CohortTables.CONDITIONAL;
    private final double level;
    private final Map<Coupling, Line> lines = new EnumMap<>(Coupling.class);
    private int found;
    private int planted;
    private int falsePositives;
    private int uncoupled;

    Counts(double level) {
      this.level = level;
    }

    void add(Coupling coupling, Row row) {
      boolean toSitting = row.number(table.index("q_A2S")) <= level;
      boolean toActivity = row.number(table.index("q_S2A")) <= level;
      boolean positive = row.number(table.index("Delta_CTE")) > 0;
      Line before = lines.getOrDefault(coupling, new Line(0, 0, 0, 0));
      lines.put(
          coupling,
          new Line(
              before.users() + 1,
              before.toSitting() + (toSitting ? 1 : 0),
              before.toActivity() + (toActivity ? 1 : 0),
              before.pointsToSitting() + (positive ? 1 : 0)));
      direction(coupling == Coupling.A_TO_S, toSitting, row.number(table.index("p_A2S")));
      direction(coupling == Coupling.S_TO_A, toActivity, row.number(table.index("p_S2A")));
    }

    private void direction(boolean isPlanted, boolean significant, double p) {
      if (isPlanted) {
        planted++;
        found += significant ? 1 : 0;
      } else {
        uncoupled++;
        falsePositives += p <= level ? 1 : 0;
      }
    }

    PlantedFindings findings() {
      return new PlantedFindings(lines, found, planted, falsePositives, uncoupled);
    }
  }
}
