package io.sheaf.workloads.augment;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.text.combination.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Checks data sets against their input: the original evidence, put back, gives the source post,
/// and every combination, run again, gives the same rows.
public final class AugmentVerification {
  private final AugmentWorkload workload = new AugmentWorkload();
  private final Settings settings;
  private final Map<String, List<Row>> tables;
  private final List<SourceRow> sources;
  private final List<TableProblem> problems = new ArrayList<>();

  private AugmentVerification(Settings settings, Map<String, List<Row>> tables) throws IOException {
    this.settings = settings;
    this.tables = tables;
    this.sources = SourceRows.read(settings);
  }

  /// What is wrong, in the order of the combinations; empty if nothing is.
  ///
  /// @param tables rows of every table, by name; of the whole plan
  /// @throws IOException if the input cannot be read
  /// @throws InterruptedException if the thread was interrupted
  public static List<TableProblem> problems(Settings settings, Map<String, List<Row>> tables)
      throws IOException, InterruptedException {
    AugmentVerification verification = new AugmentVerification(settings, tables);
    verification.problems.addAll(AugmentCheck.problems(settings, tables));
    verification.restore();
    verification.repeat();
    return verification.problems;
  }

  private void restore() {
    for (Combination combination : new Selection(settings).combinations()) {
      Table table = AugmentTables.dataset(combination, settings);
      for (Row row : rows(combination)) {
        int number = (int) row.number(table.index("source_row"));
        if (!restored(row, (int) row.number(table.index("evidence_start")))
            .equals(sources.get(number).post())) {
          say(combination, "source row %d: the post cannot be restored".formatted(number));
        }
      }
    }
  }

  private static String restored(Row row, int startPoints) {
    String post = row.text(0);
    int start = post.offsetByCodePoints(0, startPoints);
    return post.substring(0, start) + row.text(2) + post.substring(start + row.text(1).length());
  }

  /// Runs every unit again. With global de-duplication rows are missing from the tables by right.
  private void repeat() throws IOException, InterruptedException {
    Map<String, List<Row>> again = new LinkedHashMap<>();
    UnitRunner runner = workload.runner(settings);
    for (Unit unit : workload.units(settings)) {
      UnitOutput output = runner.run(unit, new Repetition());
      output.rows().stream()
          .filter(row -> row.table().startsWith("combo_"))
          .forEach(row -> again.computeIfAbsent(row.table(), _ -> new ArrayList<>()).add(row));
    }
    for (Combination combination : new Selection(settings).combinations()) {
      List<Row> repeated = again.getOrDefault(combination.name(), List.of());
      boolean same =
          settings.flag("global_dedupe")
              ? repeated.containsAll(rows(combination))
              : repeated.equals(rows(combination));
      if (!same) {
        say(combination, "run again it gives other rows");
      }
    }
  }

  private List<Row> rows(Combination combination) {
    return tables.getOrDefault(combination.name(), List.of());
  }

  private void say(Combination combination, String what) {
    problems.add(new TableProblem(combination.name() + ".csv", what));
  }

  /// Never cancelled but by interruption.
  private static final class Repetition implements UnitContext {
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
