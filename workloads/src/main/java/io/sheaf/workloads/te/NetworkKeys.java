package io.sheaf.workloads.te;

import static io.sheaf.engine.config.Key.circumstance;
import static io.sheaf.engine.config.Key.result;
import static io.sheaf.engine.config.KeyType.choice;
import static io.sheaf.engine.config.KeyType.decimal;
import static io.sheaf.engine.config.KeyType.text;

import io.sheaf.engine.config.Key;
import java.util.List;

/// The keys of a network's configuration.
final class NetworkKeys {
  static final String SYNTHETIC = "synthetic";

  static final List<Key> ALL =
      List.of(
          circumstance(
              TeKeys.INPUT.name(),
              text(),
              null,
              "the table of series: text, plain or .gz, or .parquet; `synthetic` makes one"),
          TeKeys.COLUMNS,
          result(
              "estimator", choice("discrete", "gaussian", "ksg1", "ksg2"), "gaussian", "by what"),
          result("lags", text(), "1..5", "of sources, N or A..B; own pasts go from 1 to B"),
          result("level", decimal(1e-9, 0.5), 0.05, "of the maximum, minimum and omnibus tests"),
          result("fdr", decimal(1e-9, 1), 0.05, "greatest false discovery rate over targets"),
          TeKeys.NEIGHBOURS,
          TeKeys.THEILER,
          TeKeys.NOISE,
          result(
              "normalise",
              choice("none", "series"),
              "series",
              "columns become: none, as they are; series, standardised over all rows"),
          TeKeys.BINS,
          TeKeys.CORRECTION,
          TeKeys.NULL,
          TeKeys.BLOCK,
          result(TeKeys.SURROGATES.name(), TeKeys.SURROGATES.type(), 200L, "of each test"),
          TeKeys.SEED,
          TeKeys.HEAP);

  private NetworkKeys() {}
}
