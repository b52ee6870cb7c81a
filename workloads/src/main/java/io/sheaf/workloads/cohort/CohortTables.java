package io.sheaf.workloads.cohort;

import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Table.Column;
import io.sheaf.engine.plan.Table.Presence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The tables of a cohort: the original's files and columns, with more behind them.
///
/// Information is in bits. A2S is activity to sitting, S2A the other way.
final class CohortTables {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// The measures with two directions, lags and surrogates.
  enum Measure {
    TE,
    CTE,
    STE;

    Table table() {
      return switch (this) {
        case TE -> TRANSFER;
        case CTE -> CONDITIONAL;
        case STE -> SYMBOLIC;
      };
    }
  }

  static final Table TRANSFER =
      measure(
          Measure.TE,
          "user_id:TEXT feature_mode:TEXT k:WHOLE l:WHOLE tau:WHOLE",
          "n_samples:WHOLE low_n:FLAG");
  static final Table CONDITIONAL =
      measure(
          Measure.CTE,
          "user_id:TEXT feature_mode:TEXT k:WHOLE l:WHOLE tau:WHOLE hour_bins:WHOLE",
          "n_samples:WHOLE n_samples_per_bin_min:WHOLE low_n:FLAG low_n_hours:TEXT");
  static final Table SYMBOLIC =
      measure(Measure.STE, "user_id:TEXT feature_mode:TEXT k:WHOLE tau:WHOLE", "");
  static final Table GRANGER =
      table(
          "per_user_gc",
          "user_id:TEXT feature_mode:TEXT gc_optimal_lag:WHOLE GC_A2S_pval:NUMBER"
              + " GC_S2A_pval:NUMBER q_GC_A2S:NUMBER* q_GC_S2A:NUMBER* sign_GC:TEXT"
              + " F_A2S:NUMBER F_S2A:NUMBER n_samples:WHOLE");
  static final Table HISTORIES =
      table(
          "k_selected_by_user",
          "user_id:TEXT k_selected:WHOLE k_original:WHOLE capped:FLAG ais_values:TEXT"
              + " criterion:TEXT feature_mode:TEXT guard:TEXT k_A_selected:WHOLE k_A_original:WHOLE"
              + " k_A_capped:FLAG k_A_guard:TEXT ais_A_values:TEXT");
  static final Table HOURS =
      table(
          "hbin_counts",
          "user_id:TEXT feature_mode:TEXT total_samples:WHOLE "
              + String.join(
                  " ", IntStream.range(0, 24).mapToObj("hour_%02d:WHOLE"::formatted).toList()));
  static final Table ERRORS =
      new Table(
          "error_log",
          columns("user_id:TEXT feature_mode:TEXT method:TEXT tau:WHOLE error:TEXT"),
          List.of("user_id", "feature_mode", "method", "tau"),
          Presence.IF_ANY);

  private CohortTables() {}

  private static Table measure(Measure measure, String before, String between) {
    String all =
        before
            + " {m}_A2S:NUMBER {m}_S2A:NUMBER Delta_{m}:NUMBER p_A2S:NUMBER p_S2A:NUMBER"
            + " q_A2S:NUMBER* q_S2A:NUMBER* p_Delta_{m}:NUMBER* q_Delta_{m}:NUMBER* "
            + between
            + " {m}_A2S_effective:NUMBER {m}_S2A_effective:NUMBER z_A2S:NUMBER z_S2A:NUMBER"
            + " min_p_A2S:NUMBER min_p_S2A:NUMBER k_S2A:WHOLE embedded_A2S:WHOLE"
            + " embedded_S2A:WHOLE states_A2S:WHOLE states_S2A:WHOLE";
    String m = measure.name();
    return table("per_user_" + m.toLowerCase(Locale.ROOT), all.replace("{m}", m));
  }

  private static Table table(String name, String columns) {
    List<Column> all = columns(columns);
    List<String> key =
        all.stream()
            .map(Column::name)
            .filter(List.of("user_id", "feature_mode", "tau")::contains)
            .toList();
    return new Table(name, all, key, Presence.ALWAYS);
  }

  /// `name:TYPE`, with a star for what is known only over all units.
  private static List<Column> columns(String text) {
    return SPACE.splitAsStream(text).map(CohortTables::column).toList();
  }

  private static Column column(String text) {
    boolean overAll = text.endsWith("*");
    int colon = text.indexOf(':');
    String type = text.substring(colon + 1, text.length() - (overAll ? 1 : 0));
    return new Column(text.substring(0, colon), Table.Type.valueOf(type), overAll);
  }
}
