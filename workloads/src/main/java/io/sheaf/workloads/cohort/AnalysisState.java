package io.sheaf.workloads.cohort;

import io.sheaf.engine.plan.PlanJson;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How far the analysis of a user is: the steps done and the rows they made.
record AnalysisState(int steps, List<Row> rows) {
  private static final AnalysisState START = new AnalysisState(0, List.of());

  AnalysisState {
    rows = List.copyOf(rows);
  }

  /// Where an earlier attempt was, or the start.
  static AnalysisState restored(UnitContext context) {
    return context.restored().map(AnalysisState::parse).orElse(START);
  }

  /// The number of steps, a line break, the rows.
  void save(UnitContext context) {
    context.checkpoint(
        () ->
            (steps + "\n" + PlanJson.output(new UnitOutput(rows)))
                .getBytes(StandardCharsets.UTF_8));
  }

  private static AnalysisState parse(byte[] state) {
    String text = new String(state, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    return new AnalysisState(
        Integer.parseInt(text.substring(0, end)), PlanJson.output(text.substring(end + 1)).rows());
  }
}
