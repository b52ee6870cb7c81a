package io.sheaf.workloads.augment;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.text.combination.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Checks data sets that are valid in themselves against their input: the original evidence, put
/// back, gives the source post, and every combination, run again, gives the same rows.
public final class AugmentVerification implements AutoCloseable {
  private final Settings settings;
  private final AugmentCheck check;
  private final AugmentRunner again;
  private final AugmentRunner otherwise;
  private final List<SourceRow> sources;
  private boolean anyRow;
  private boolean anyOther;

  private AugmentVerification(Settings settings, List<Row> manifest) throws IOException {
    this.settings = settings;
    this.check = new AugmentCheck(settings, manifest);
    this.again = new AugmentRunner(settings, settings.seed());
    this.otherwise = new AugmentRunner(settings, settings.seed() + 1);
    this.sources = SourceRows.read(settings);
  }

  /// What is wrong, in the order of the combinations; empty if nothing is.
  ///
  /// @param tables rows of every table, by name; of the whole plan
  /// @param out the directory of results
  /// @throws IOException if a file cannot be read
  /// @throws InterruptedException if the thread was interrupted
  public static List<TableProblem> problems(
      Settings settings, Map<String, List<Row>> tables, Path out)
      throws IOException, InterruptedException {
    try (AugmentVerification verification =
        new AugmentVerification(settings, AugmentCheck.manifest(tables))) {
      return verification.problems(tables, out);
    }
  }

  private List<TableProblem> problems(Map<String, List<Row>> tables, Path out)
      throws IOException, InterruptedException {
    Map<String, List<Unit>> units =
        new AugmentWorkload()
            .units(settings).stream()
                .collect(
                    Collectors.groupingBy(Unit::group, LinkedHashMap::new, Collectors.toList()));
    for (List<Unit> some : units.values()) {
      Combination combination = AugmentWorkload.combination(some.getFirst());
      verify(
          combination,
          some,
          settings.flag("global_dedupe")
              ? tables.getOrDefault(combination.name(), List.of())
              : new DatasetFiles(settings).read(out, combination));
    }
    return ended();
  }

  @Override
  public void close() {
    again.close();
    otherwise.close();
  }

  private void verify(Combination combination, List<Unit> units, List<Row> rows)
      throws IOException, InterruptedException {
    restore(combination, rows);
    repeat(combination, units, rows);
  }

  private List<TableProblem> ended() {
    List<TableProblem> problems = new ArrayList<>(check.problems());
    if (anyRow && !anyOther) {
      problems.add(
          new TableProblem(AugmentTables.MANIFEST.name(), "another seed gives the same variants"));
    }
    return problems;
  }

  private void restore(Combination combination, List<Row> rows) {
    Table table = AugmentTables.dataset(combination, settings);
    for (Row row : rows) {
      int number = (int) row.number(table.index("source_row"));
      if (!isRestored(row, number, (int) row.number(table.index("evidence_start")))) {
        check.say(combination, "source row %d: the post cannot be restored".formatted(number));
      }
    }
  }

  private boolean isRestored(Row row, int number, int start) {
    try {
      return restored(row, start).equals(sources.get(number).post());
    } catch (IndexOutOfBoundsException _) {
      return false;
    }
  }

  private static String restored(Row row, int startPoints) {
    String post = row.text(0);
    int start = post.offsetByCodePoints(0, startPoints);
    return post.substring(0, start) + row.text(2) + post.substring(start + row.text(1).length());
  }

  /// Runs the units again, and with another seed. With global de-duplication rows are missing from
  /// the tables by right.
  private void repeat(Combination combination, List<Unit> units, List<Row> rows)
      throws IOException, InterruptedException {
    List<Row> repeated = variants(again, units);
    boolean same =
        settings.flag("global_dedupe")
            ? new HashSet<>(repeated).containsAll(rows)
            : repeated.equals(rows);
    if (!same) {
      check.say(combination, "run again it gives other rows");
    }
    anyRow |= !repeated.isEmpty();
    anyOther |= !evidence(repeated).equals(evidence(variants(otherwise, units)));
  }

  private static List<String> evidence(List<Row> rows) {
    return rows.stream().map(row -> row.text(1)).toList();
  }

  private static List<Row> variants(AugmentRunner runner, List<Unit> units)
      throws IOException, InterruptedException {
    List<Row> variants = new ArrayList<>();
    for (Unit unit : units) {
      runner.rows(unit, new Repetition()).rows().stream()
          .filter(DatasetFiles::isVariant)
          .forEach(variants::add);
    }
    return variants;
  }

  /// Never cancelled but by interruption.
  static class Repetition implements UnitContext {
    @Override
    public long seed(String purpose) {
      throw new UnsupportedOperationException("rows have seeds of their own");
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public boolean isCancelled() {
      return Thread.currentThread().isInterrupted();
    }

    @Override
    public Phase phase(String name) {
      return () -> {};
    }

    @Override
    public void count(String counter, long amount) {}

    @Override
    public void spent(long cpuNanos) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkpoint(Supplier<byte[]> state) {}

    @Override
    public Optional<byte[]> restored() {
      return Optional.empty();
    }

    @Override
    public Cache cache() {
      return Cache.NONE;
    }

    @Override
    public Path scratch() {
      throw new UnsupportedOperationException("a repetition leaves no files");
    }
  }
}
