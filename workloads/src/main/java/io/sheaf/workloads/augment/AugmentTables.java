package io.sheaf.workloads.augment;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Table.Column;
import io.sheaf.engine.plan.Table.Presence;
import io.sheaf.text.combination.Combination;
import java.util.ArrayList;
import java.util.List;

/// The tables that an augmentation writes: one for each combination, and what became of all.
final class AugmentTables {
  static final Table MANIFEST =
      new Table(
          "manifest_final",
          List.of(
              text("combo_id"),
              text("methods"),
              whole("k"),
              whole("rows"),
              text("dataset_path"),
              text("status"),
              text("reason"),
              whole("rows_skipped")),
          List.of("combo_id"),
          Presence.ALWAYS);

  /// Rows of the input that no combination can use.
  static final Table PROBLEMS =
      new Table(
          "row_problems",
          List.of(whole("source_row"), text("problem")),
          List.of("source_row"),
          Presence.IF_ANY);

  /// The combinations of each size, and all.
  static final Table STATISTICS =
      new Table(
          "statistics",
          List.of(
              text("k"),
              whole("combos"),
              whole("ok"),
              whole("empty"),
              whole("unavailable"),
              whole("failed"),
              whole("rows"),
              whole("rows_min"),
              number("rows_mean"),
              whole("rows_max")),
          List.of("k"),
          Presence.ALWAYS);

  /// What units put into files, for the reduction only: combination, how many rows, which file.
  static final String MADE = "made";

  /// What units count, for the reduction only: combination, what, how many.
  static final String TALLY = "tally";

  private AugmentTables() {}

  /// Columns before the ones that are handed on.
  static final List<String> FIRST =
      List.of("post_text", "evidence", "evidence_original", "source_combo", "combo_id");

  static Table dataset(Combination combination, Settings settings) {
    List<Column> columns = new ArrayList<>();
    FIRST.forEach(name -> columns.add(text(name)));
    for (String name : SourceRows.handedOn(settings)) {
      columns.add(text(FIRST.contains(name) ? "source_" + name : name));
    }
    columns.addAll(
        List.of(
            whole("source_row"),
            whole("variant"),
            whole("row_seed"),
            number("similarity"),
            text("match"),
            number("match_score"),
            whole("evidence_start"),
            text("edits")));
    return new Table(
        combination.name(), columns, List.of("source_row", "variant"), Presence.IF_ANY);
  }

  private static Column text(String name) {
    return new Column(name, Table.Type.TEXT, false);
  }

  private static Column whole(String name) {
    return new Column(name, Table.Type.WHOLE, false);
  }

  private static Column number(String name) {
    return new Column(name, Table.Type.NUMBER, false);
  }
}
