package io.sheaf.workloads.augment;

import static io.sheaf.engine.config.Key.circumstance;
import static io.sheaf.engine.config.Key.result;
import static io.sheaf.engine.config.Key.unused;
import static io.sheaf.engine.config.KeyType.choice;
import static io.sheaf.engine.config.KeyType.decimal;
import static io.sheaf.engine.config.KeyType.flag;
import static io.sheaf.engine.config.KeyType.listOf;
import static io.sheaf.engine.config.KeyType.text;
import static io.sheaf.engine.config.KeyType.whole;

import io.sheaf.engine.config.Key;
import java.util.List;

/// The keys of an augmentation's configuration.
final class AugmentKeys {
  static final List<Key> ALL =
      List.of(
          circumstance(
              "input",
              text(),
              null,
              "file of rows: .csv, .tsv, .jsonl or .parquet; `sample` for a built-in one"),
          result("text_col", text(), "post_text", "column of posts"),
          result("evidence_col", text(), "sentence_text", "column of evidence sentences"),
          result("criterion_col", text(), null, "column to hand on"),
          result("label_col", text(), null, "column to hand on"),
          result("id_col", text(), null, "column to hand on, and to find posts by"),
          circumstance("posts", text(), null, "file of posts, where the rows have none"),
          result(
              "posts_id_col", text(), "post_id", "column of both files by which posts are found"),
          result("posts_text_col", text(), "text", "column of the posts in their file"),
          result("methods", listOf(text()), List.of("all"), "ids of methods, or all"),
          result(
              "method_args",
              listOf(text()),
              List.of(),
              "parameters of methods, as in nlp_keyboard.aug_char_p=0.1"),
          result(
              "combo_mode",
              choice("singletons", "bounded_k", "all"),
              "singletons",
              "which combinations of methods"),
          result("max_combo_size", whole(1, 100), 3L, "most methods of a combination in bounded_k"),
          circumstance("confirm_powerset", flag(), false, "really all combinations"),
          result("variants_per_sample", whole(1, 1000), 2L, "most variants of a row"),
          result("quality_min_sim", decimal(0, 1), 0.4, "least similarity of a variant"),
          result("quality_max_sim", decimal(0, 1), 0.98, "greatest similarity of a variant"),
          result(
              "quality_min_meaning",
              decimal(-1, 1),
              null,
              "least cosine of meanings by all-MiniLM-L6-v2; not asked if not given"),
          result("evidence_min_score", decimal(0, 1), 0.55, "least similarity of a found sentence"),
          result(
              "similarity",
              choice("exact", "difflib"),
              "exact",
              "exact, or with difflib's shortcut for texts of 200 characters or more"),
          result("global_dedupe", flag(), false, "each post once over all combinations"),
          result("save_format", choice("parquet", "csv"), "parquet", "of data sets"),
          result("max_evidence_chars", whole(1, 1_000_000), 20_000L, "longer evidence is skipped"),
          result("block_rows", whole(1, 100_000_000), 20_000L, "rows of a unit"),
          circumstance("models", text(), "models", "directory of fetched models"),
          result("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), 42L, "of all random numbers"),
          unused("disk_cache", "--cache names a file for all runs"),
          unused("force", "a run directory is never written over"),
          unused("num_proc", "--workers decides"));

  private AugmentKeys() {}
}
