package io.sheaf.workloads.augment;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.engine.plan.Workload;
import io.sheaf.text.Similarity;
import io.sheaf.text.combination.Combination;
import io.sheaf.text.method.Opening;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Variants of labelled evidence in posts, by combinations of methods. A unit is
/// `combo=METHODS/block=N`: a combination over a block of rows.
public final class AugmentWorkload implements Workload {
  /// Changes whenever variants of unchanged input change.
  static final String VERSION = "5";

  private static final String METHODS = "methods";
  private static final String BLOCK = "block";

  @Override
  public String name() {
    return "augment";
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public String summary() {
    return "variants of evidence sentences in their posts, by combinations of methods";
  }

  @Override
  public List<Key> keys() {
    return AugmentKeys.ALL;
  }

  @Override
  public List<Table> tables(Settings settings) {
    List<Table> tables =
        new ArrayList<>(
            List.of(AugmentTables.MANIFEST, AugmentTables.STATISTICS, AugmentTables.PROBLEMS));
    if (settings.flag("global_dedupe")) {
      for (Combination combination : new Selection(settings).combinations()) {
        tables.add(AugmentTables.dataset(combination, settings));
      }
    }
    return tables;
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    return Map.of(
        "similarity",
        "Ratcliff-Obershelp, " + settings.text("similarity"),
        "row seed",
        "first 8 bytes of SHA-1 of seed:combo_id:row");
  }

  @Override
  public List<Unit> units(Settings settings) throws IOException {
    List<Combination> combinations = new Selection(settings).combinations();
    int rows = SourceRows.read(settings).size();
    int blockRows = settings.whole("block_rows");
    List<Input> inputs = inputs(settings);
    List<Unit> units = new ArrayList<>();
    for (Combination combination : combinations) {
      for (int block = 0; block < blocks(rows, settings); block++) {
        units.add(
            new Unit(
                "combo=%s/block=%d".formatted(combination.source(), block),
                combination.source(),
                combination.methods().size() * (double) Math.max(1, Math.min(blockRows, rows)),
                Map.of(METHODS, combination.source(), BLOCK, String.valueOf(block)),
                inputs));
      }
    }
    return units;
  }

  private static List<Input> inputs(Settings settings) throws IOException {
    List<Input> inputs = new ArrayList<>(List.of(input(SourceRows.input(settings))));
    if (settings.optionalText("posts").isPresent()) {
      inputs.add(input(settings.text("posts")));
    }
    return inputs;
  }

  private static Input input(String name) throws IOException {
    String plain = String.valueOf(Path.of(name).getFileName());
    return new Input(plain, Digest.of(Records.bytes(name)));
  }

  /// How many blocks so many rows make; at least one.
  static int blocks(int rows, Settings settings) {
    return Math.max(1, Math.ceilDiv(rows, settings.whole("block_rows")));
  }

  static int block(Unit unit) {
    return Integer.parseInt(unit.parameter(BLOCK));
  }

  static Combination combination(Unit unit) {
    return new Combination(List.of(unit.parameter(METHODS).split("\\+", -1)));
  }

  static Similarity similarity(Settings settings) {
    return new Similarity(
        Similarity.Mode.valueOf(settings.text("similarity").toUpperCase(Locale.ROOT)));
  }

  @Override
  public UnitRunner runner(Settings settings) {
    return new AugmentRunner(settings, settings.seed());
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    return AugmentReduction.reduce(results, settings.flag("global_dedupe"));
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return settings.flag("global_dedupe") ? AugmentCheck.problems(settings, tables) : List.of();
  }

  @Override
  public List<TableProblem> checkFiles(Settings settings, Map<String, List<Row>> tables, Path out)
      throws IOException {
    return settings.flag("global_dedupe")
        ? List.of()
        : AugmentCheck.problemsOfFiles(settings, tables, out);
  }

  @Override
  public List<Section> chapter(Settings settings, ResultTables tables) throws IOException {
    return AugmentChapter.of(settings, tables);
  }

  @Override
  public List<String> describe(Settings settings, List<Unit> units) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Selection selection = new Selection(settings)) {
      List<Combination> combinations = selection.combinations();
      List<SourceRow> rows = SourceRows.read(settings);
      long broken = rows.stream().filter(row -> !row.problem().isEmpty()).count();
      lines.add(
          "%d combinations over %d rows, %d of them malformed"
              .formatted(combinations.size(), rows.size(), broken));
      for (Combination combination : combinations) {
        String id = combination.source();
        if (combination.methods().size() == 1
            && selection.open(id) instanceof Opening.Unavailable(String reason)) {
          lines.add("unavailable: " + id + ": " + reason);
        }
      }
    }
    return lines;
  }
}
