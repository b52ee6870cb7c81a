package io.sheaf.workloads.cohort;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.engine.plan.Workload;
import io.sheaf.workloads.cohort.data.InputException;
import io.sheaf.workloads.cohort.data.UserFile;
import io.sheaf.workloads.cohort.data.UserFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Transfer entropy, conditional and symbolic transfer entropy and Granger causality between
/// activity and sitting, for each user and feature. A unit is `user=ID/mode=FEATURE`.
public final class CohortWorkload implements Workload {
  static final String USER = "user";
  static final String MODE = "mode";
  private static final String FILE = "file";
  private static final String UNREADABLE = "unreadable";

  @Override
  public String name() {
    return "cohort";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "transfer entropy between activity and sitting, user by user";
  }

  @Override
  public List<Key> keys() {
    return CohortKeys.ALL;
  }

  @Override
  public List<Table> tables(Settings settings) {
    List<Table> tables = new ArrayList<>();
    for (CohortTables.Measure measure : CohortTables.Measure.values()) {
      tables.add(measure.table());
    }
    tables.add(CohortTables.GRANGER);
    if (choosesHistory(settings)) {
      tables.add(CohortTables.HISTORIES);
    }
    tables.add(CohortTables.HOURS);
    tables.add(CohortTables.ERRORS);
    return List.copyOf(tables);
  }

  static boolean choosesHistory(Settings settings) {
    return !settings.text("k_selection.strategy").equals("fixed");
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    return UserAnalysis.methods(settings).describe();
  }

  @Override
  public List<Unit> units(Settings settings) throws IOException {
    CohortRefusals.check(settings);
    new SeriesLoader(settings);
    List<UserFile> files = UserFiles.discover(Path.of(settings.text("data_root")));
    List<UserFile> users =
        files.subList(
            0, Math.min(files.size(), settings.optionalWhole("n_users").orElse(files.size())));
    return users.parallelStream()
        .map(file -> units(file, settings.texts("feature_modes")))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Unit> units(UserFile file, List<String> modes) {
    Input input = new Input(file.path().getFileName().toString(), digest(file.path()));
    double weight = Math.max(1, file.path().toFile().length());
    return modes.stream().map(mode -> unit(file, mode, weight, input)).toList();
  }

  /// A file that cannot be read is no reason to refuse the others: its units will say why.
  private static String digest(Path file) {
    try {
      return Digest.of(file);
    } catch (IOException _) {
      return UNREADABLE;
    }
  }

  private static Unit unit(UserFile file, String mode, double weight, Input input) {
    return new Unit(
        "user=%s/mode=%s".formatted(file.id(), mode),
        file.id(),
        weight,
        Map.of(USER, file.id(), MODE, mode, FILE, input.name()),
        List.of(input));
  }

  @Override
  public UnitRunner runner(Settings settings) {
    Path root = Path.of(settings.text("data_root"));
    UserTables tables =
        new UserTables(
            new SeriesLoader(settings),
            settings.texts("feature_modes"),
            Runtime.getRuntime().availableProcessors());
    UserAnalysis analysis = new UserAnalysis(settings);
    return (unit, context) -> {
      String mode = unit.parameter(MODE);
      UserSeries series = series(tables, root, unit, context);
      return analysis.run(unit.parameter(USER), mode, series, context);
    };
  }

  /// Results say which file, not in which directory it was.
  private static UserSeries series(UserTables tables, Path root, Unit unit, UnitContext context)
      throws IOException, InterruptedException {
    try (Phase _ = context.phase("read")) {
      return tables.series(root.resolve(unit.parameter(FILE)), unit.parameter(MODE));
    } catch (InputException e) {
      // A cancelled thread cannot read, which says nothing about the file.
      context.checkCancelled();
      throw new UnitFailedException(e.messageWithin(root));
    }
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    return CohortReduction.reduce(Profile.of(settings.text("statistics")), results, complete);
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return CohortCheck.problems(settings, tables, complete);
  }

  @Override
  public List<Section> chapter(Settings settings, ResultTables tables) throws IOException {
    return CohortChapter.of(settings, tables);
  }

  @Override
  public List<String> describe(Settings settings, List<Unit> units) {
    return CohortPreview.of(settings, units);
  }
}
