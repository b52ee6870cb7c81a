package io.sheaf.workloads.augment;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.PlanJson;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Evidence;
import io.sheaf.text.Similarity;
import io.sheaf.text.combination.Combination;
import io.sheaf.text.combination.RowAugmenter;
import io.sheaf.text.method.Opening;
import io.sheaf.text.model.Meanings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs combinations over blocks of rows. Thread-safe.
final class AugmentRunner implements UnitRunner {
  private static final int CACHED_ROWS = 256;

  private final Settings settings;
  private final long seed;
  private final String version;
  private final Selection selection;
  private final LoadedRows source;
  private final int blockRows;
  private @Nullable Meanings meanings;

  AugmentRunner(Settings settings, long seed) {
    this(settings, seed, AugmentWorkload.VERSION);
  }

  /// @param version of which values in a cache must be
  AugmentRunner(Settings settings, long seed, String version) {
    this.settings = settings;
    this.seed = seed;
    this.version = version;
    this.selection = new Selection(settings);
    this.source = new LoadedRows(settings);
    this.blockRows = settings.whole("block_rows");
  }

  @Override
  public UnitOutput run(Unit unit, UnitContext context) throws IOException, InterruptedException {
    UnitOutput made = rows(unit, context);
    return settings.flag("global_dedupe")
        ? made
        : new DatasetFiles(settings, resources(AugmentWorkload.combination(unit)))
            .output(unit, made, AugmentWorkload.blocks(source.get().size(), settings), context);
  }

  private Map<String, String> resources(Combination combination) {
    Map<String, String> resources = new TreeMap<>();
    combination.methods().forEach(id -> resources.put(id, selection.resource(id)));
    resources.values().removeIf(String::isEmpty);
    return resources;
  }

  /// The variants and what was counted, as rows.
  UnitOutput rows(Unit unit, UnitContext context) throws IOException, InterruptedException {
    Combination combination = AugmentWorkload.combination(unit);
    List<Augmenter> steps = new ArrayList<>();
    for (String id : combination.methods()) {
      switch (selection.open(id)) {
        case Opening.Ready(Augmenter augmenter, _) -> steps.add(augmenter);
        case Opening.Unavailable(String reason) -> {
          String what = AugmentReduction.UNAVAILABLE + id + ": " + reason;
          return new UnitOutput(List.of(CombinationRun.tally(combination, what, 0)));
        }
      }
    }
    Similarity similarity = AugmentWorkload.similarity(settings);
    Evidence evidence = new Evidence(similarity, settings.decimal("evidence_min_score"));
    RowAugmenter augmenter = new RowAugmenter(steps, selection.rules(), similarity, evidence);
    return over(combination, judged(augmenter), block(unit), context);
  }

  private RowAugmenter judged(RowAugmenter augmenter) throws IOException {
    Optional<Double> least = settings.optionalDecimal("quality_min_meaning");
    if (least.isEmpty()) {
      return augmenter;
    }
    Meanings model = meanings();
    return augmenter.keeping(evidence -> model.like(evidence, least.get()));
  }

  /// Loaded once for all units.
  private synchronized Meanings meanings() throws IOException {
    if (meanings == null) {
      meanings = Meanings.load(1);
    }
    return meanings;
  }

  @Override
  public synchronized void close() {
    selection.close();
    if (meanings != null) {
      meanings.close();
    }
  }

  private List<SourceRow> block(Unit unit) throws IOException {
    List<SourceRow> all = source.get();
    int from = Math.min(all.size(), AugmentWorkload.block(unit) * blockRows);
    return all.subList(from, Math.min(all.size(), from + blockRows));
  }

  private UnitOutput over(
      Combination combination, RowAugmenter augmenter, List<SourceRow> block, UnitContext context)
      throws IOException, InterruptedException {
    Cache cache = selection.areBuiltIn(combination) ? context.cache() : Cache.NONE;
    List<Row> rows = new ArrayList<>();
    for (int from = 0; from < block.size(); from += CACHED_ROWS) {
      List<SourceRow> some = block.subList(from, Math.min(block.size(), from + CACHED_ROWS));
      Computed computed =
          () -> new CombinationRun(combination, augmenter, seed).over(some, context);
      rows.addAll(
          cache.equals(Cache.NONE)
              ? computed.output().rows()
              : cached(cache, key(combination, some), computed).rows());
      context.progress(from + some.size(), block.size());
    }
    return new UnitOutput(rows);
  }

  /// What a part of a block comes to.
  @FunctionalInterface
  private interface Computed {
    UnitOutput output() throws InterruptedException;
  }

  /// What has a failed row is not remembered.
  private static UnitOutput cached(Cache cache, String key, Computed computed)
      throws IOException, InterruptedException {
    AtomicReference<@Nullable UnitOutput> failed = new AtomicReference<>();
    try {
      byte[] json =
          cache.get(
              key,
              () -> {
                UnitOutput output = computed.output();
                if (CombinationRun.hasFailure(output)) {
                  failed.set(output);
                  throw new IOException("a row failed");
                }
                return PlanJson.output(output).getBytes(StandardCharsets.UTF_8);
              });
      return PlanJson.output(new String(json, StandardCharsets.UTF_8));
    } catch (IOException e) {
      UnitOutput output = failed.get();
      if (output == null) {
        throw e;
      }
      return output;
    }
  }

  /// Of everything that the variants of some rows depend on.
  private String key(Combination combination, List<SourceRow> rows) {
    List<String> parts = new ArrayList<>(List.of(version, combination.source()));
    combination.methods().forEach(id -> parts.add(selection.facts(id)));
    parts.add(selection.rules().toString());
    parts.add(settings.text("similarity"));
    parts.add(settings.optionalDecimal("quality_min_meaning").toString());
    parts.add(settings.text("evidence_min_score"));
    parts.add(Long.toString(seed));
    for (SourceRow row : rows) {
      parts.addAll(List.of(Long.toString(row.number()), row.post(), row.evidence(), row.problem()));
      parts.add(Integer.toString(row.handedOn().size()));
      parts.addAll(row.handedOn());
    }
    return Digest.of(parts);
  }
}
