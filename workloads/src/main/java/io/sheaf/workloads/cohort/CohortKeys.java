package io.sheaf.workloads.cohort;

import static io.sheaf.engine.config.Key.circumstance;
import static io.sheaf.engine.config.Key.result;
import static io.sheaf.engine.config.Key.unused;
import static io.sheaf.engine.config.KeyType.choice;
import static io.sheaf.engine.config.KeyType.flag;
import static io.sheaf.engine.config.KeyType.listOf;
import static io.sheaf.engine.config.KeyType.text;
import static io.sheaf.engine.config.KeyType.whole;

import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.KeyType;
import java.util.List;

/// The keys of a cohort's configuration; the defaults of columns and features are ExtraSensory's.
final class CohortKeys {
  private static final KeyType COUNT = whole(1, 1_000_000_000);

  static final List<Key> ALL =
      List.of(
          circumstance("data_root", text(), null, "directory with one file per user"),
          result("n_users", COUNT, null, "only the first users in the order of their names"),
          result(
              "statistics",
              choice("compat", "classic", "sound"),
              "classic",
              "set of methods: the original's, the original's mended, or sound ones"),
          result("taus", listOf(whole(1, 100_000)), List.of(1L, 2L), "lags, in rows"),
          result("feature_modes", listOf(text()), List.of("composite"), "features to analyse"),
          result("hour_bins", whole(1, 24), 6L, "bins of the day, of whole hours, to condition on"),
          result("surrogates", COUNT, 1000L, "surrogates of each test"),
          result(
              "k_selection.strategy",
              choice("AIS", "GUARDED_AIS", "fixed"),
              "AIS",
              "how the length of histories is chosen"),
          result("k_selection.k_fixed", whole(1, 1000), null, "k for the strategy fixed"),
          result("k_selection.k_grid", listOf(whole(1, 1000)), List.of(1L, 2L, 3L, 4L), "k to try"),
          result("k_selection.k_max", whole(1, 1000), null, "greatest k"),
          result("k_selection.undersampling_guard", flag(), false, "smaller k for few samples"),
          result("source_history", whole(1, 1000), 1L, "l of the profile sound, in rows"),
          result("columns.timestamp", text(), "timestamp", "column of epoch seconds"),
          result("columns.label", text(), "label:SITTING", "column of 1, 0 or nothing"),
          result(
              "condition",
              text(),
              "hour",
              "what conditional transfer entropy conditions on: hour, or a formula of columns"),
          result(
              "features.sma_only",
              text(),
              "(abs([raw_acc:3d:mean_x]) + abs([raw_acc:3d:mean_y]) + abs([raw_acc:3d:mean_z])) /"
                  + " 3",
              "formula of a feature"),
          result(
              "features.variance_only",
              text(),
              "sqrt([raw_acc:3d:std_x] * [raw_acc:3d:std_x]"
                  + " + [raw_acc:3d:std_y] * [raw_acc:3d:std_y]"
                  + " + [raw_acc:3d:std_z] * [raw_acc:3d:std_z])",
              "formula of a feature"),
          result(
              "features.magnitude_only",
              text(),
              "[raw_acc:magnitude_stats:mean]",
              "formula of a feature"),
          result(
              "features.composite",
              text(),
              "0.6 * sma_only + 0.4 * variance_only",
              "formula of a feature"),
          result("features.*", text(), null, "formula of a further feature"),
          result("bins.count", whole(2, 10_000), 5L, "bins of the feature"),
          result("bins.method", choice("quantile", "width"), "quantile", "how bins are cut"),
          result("minimum_rows", whole(1, 1_000_000_000), 200L, "fewest rows of a user"),
          result("max_gap_seconds", whole(1, 1_000_000_000), 90L, "a longer gap ends a segment"),
          result("time_zone", text(), null, "of the hour; by default the profile's"),
          result("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), 42L, "of all random numbers"),
          circumstance("jvm.xmx", text(), null, "heap of the process, set before it starts"),
          unused("jvm.xms", "the launcher chooses how the JVM starts"),
          unused("jvm.opts", "the launcher chooses how the JVM starts"),
          unused("out_dir", "the run directory is given with --out"),
          unused("fdr.alpha", "the tables hold q itself, for any level"),
          unused("fdr.families", "families are the p columns of each table, by lag"),
          unused("fdr.by_tau", "families are the p columns of each table, by lag"),
          unused("runtime.*", "every unit is a checkpoint, and the heartbeat is always on"),
          unused("conditional_transfer_entropy.*", "`statistics` and `hour_bins` decide"),
          unused("schema_version", "the manifest names the format"),
          unused("epsilon_bits", "the original never read it"),
          unused("reuse_for", "the original never read it"));

  private CohortKeys() {}
}
