package io.sheaf.workloads.te;

import static io.sheaf.engine.config.Key.circumstance;
import static io.sheaf.engine.config.Key.result;
import static io.sheaf.engine.config.KeyType.choice;
import static io.sheaf.engine.config.KeyType.decimal;
import static io.sheaf.engine.config.KeyType.flag;
import static io.sheaf.engine.config.KeyType.listOf;
import static io.sheaf.engine.config.KeyType.text;
import static io.sheaf.engine.config.KeyType.whole;

import io.sheaf.engine.config.Key;
import java.util.List;

/// The keys of a question about a table. `sheaf te` has an option for each.
public final class TeKeys {
  static final long MANY = 1_000_000_000;

  /// The table.
  public static final Key INPUT =
      circumstance("input", text(), null, "the table: text, plain or .gz, or .parquet");

  static final Key COLUMNS =
      result("columns", listOf(text()), List.of(), "the columns of the table to use; none: all");
  static final Key NEIGHBOURS = result("neighbours", whole(1, MANY), 4L, "nearest neighbours, KSG");
  static final Key THEILER =
      result("theiler", whole(0, MANY), 0L, "rows around a sample that are no neighbours, KSG");
  static final Key NOISE =
      result("noise", decimal(0, 1e6), 0.0, "standard deviation of noise added to each column");
  static final Key NORMALISE =
      result(
          "normalise",
          choice("none", "sample", "series"),
          "series",
          "columns become: none, as they are; sample, standardised over the samples; series, over"
              + " all rows, before embedding");

  /// How columns are cut.
  public static final Key BINS =
      result(
          "bins",
          text(),
          null,
          "bins of the discrete estimator, with quantile or width behind the number; without, the"
              + " values are symbols 0, 1, 2 …");

  static final Key CORRECTION =
      result(
          "correction",
          choice("none", "miller-madow", "grassberger", "chao-shen", "james-stein", "exact"),
          "none",
          "of the bias: exact for gaussian, the others for discrete");
  static final Key NULL =
      result(
          "null_model",
          choice("permutation", "shift", "block", "iaaft"),
          null,
          "how surrogates are made; without: shift, for ais permutation");
  static final Key BLOCK =
      result(
          "block",
          whole(0, MANY),
          0L,
          "rows of a block, or of the smallest shift; 0: blocks of 50, shifts beyond all delays and"
              + " histories");
  static final Key SURROGATES =
      result("surrogates", whole(0, MANY), 100L, "to compare with; 0: none");
  static final Key SEED =
      result("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), 1L, "of all random numbers");

  static final Key HEAP =
      circumstance("jvm.xmx", text(), null, "heap of the process, set before it starts");

  /// In the order in which help shows them.
  public static final List<Key> ALL =
      List.of(
          INPUT,
          result("source", listOf(text()), List.of(), "what may inform"),
          result("target", listOf(text()), List.of(), "what may be informed"),
          result(
              "condition",
              listOf(text()),
              List.of(),
              "what else is known: at the row before the target, for cmi at its row"),
          COLUMNS,
          result("all_pairs", flag(), false, "every column to every other one"),
          result("group_by", text(), null, "a column; each of its values is analysed by itself"),
          result(
              "measure",
              choice("te", "cte", "mi", "cmi", "ais", "multi-info"),
              null,
              "what is estimated; without: te, or cte where there is a condition"),
          result(
              "estimator",
              choice("discrete", "gaussian", "ksg", "ksg1", "ksg2", "symbolic"),
              "ksg1",
              "by what; ksg is ksg1"),
          result(
              "k",
              whole(1, MANY),
              null,
              "rows of the target's own past, symbolic: length of patterns; without: 1, or 3"),
          result("l", whole(1, MANY), null, "rows of the source; without: 1, symbolic: k"),
          result("tau", whole(1, MANY), 1L, "rows from one row of a history to the next"),
          result(
              "delays",
              text(),
              null,
              "rows from source to target, N or A..B to scan; without: 1, or 0 for mi and cmi"),
          NEIGHBOURS,
          THEILER,
          NOISE,
          NORMALISE,
          BINS,
          CORRECTION,
          NULL,
          BLOCK,
          SURROGATES,
          result(
              "stop_at",
              whole(0, MANY),
              0L,
              "stop drawing once so many surrogates are at least the value (Besag-Clifford);"
                  + " 0: never"),
          SEED,
          HEAP);

  private TeKeys() {}
}
