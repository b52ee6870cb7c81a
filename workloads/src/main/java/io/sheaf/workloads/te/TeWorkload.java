package io.sheaf.workloads.te;

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
import io.sheaf.info.series.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A question about each group of a table, or each pair of its columns. A unit is
/// `group=VALUE/source=COLUMNS/target=COLUMNS`.
public final class TeWorkload implements Workload {
  static final String GROUP = "group";
  static final String ROLES = "roles";
  private static final double LEVEL = 0.05;

  @Override
  public String name() {
    return "te";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "what columns of any table tell about each other, by group or pair";
  }

  @Override
  public List<Key> keys() {
    return TeKeys.ALL;
  }

  @Override
  public List<Table> tables(Settings settings) {
    return List.of(TeTables.ANSWERS, TeTables.DELAYS, TeTables.ERRORS);
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    Question question = new QuestionSettings(settings).question();
    return Map.of(
        "measure",
        QuestionSettings.word(question.measure()),
        "estimator",
        Preparation.of(question).estimator(Workers.calling()).describe(),
        "null",
        question.comparison().how().describe(),
        "q",
        "Benjamini-Hochberg over all units");
  }

  @Override
  public List<Unit> units(Settings settings) throws IOException {
    Request request = Request.of(settings);
    Input input = input(request.file());
    List<Unit> units = new ArrayList<>();
    request
        .groups()
        .forEach(
            (group, table) -> {
              for (int i = 0; i < request.roles().size(); i++) {
                String id = request.roles().get(i).id(group);
                Map<String, String> parameters = Map.of(GROUP, group, ROLES, String.valueOf(i));
                units.add(new Unit(id, id, table.rows(), parameters, List.of(input)));
              }
            });
    return units;
  }

  static Input input(Path file) throws IOException {
    return new Input(String.valueOf(file.getFileName()), Digest.of(file));
  }

  @Override
  public UnitRunner runner(Settings settings) {
    return new TeRunner(settings);
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    return TeTables.bound(results, complete);
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return TeTables.problems(tables, complete);
  }

  @Override
  public List<Section> chapter(Settings settings, ResultTables tables) throws IOException {
    return TeChapter.of(settings, tables);
  }

  @Override
  public List<String> describe(Settings settings, List<Unit> units) throws IOException {
    double rows = units.stream().mapToDouble(Unit::weight).sum();
    int surrogates = settings.whole("surrogates");
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s by %s, %d units of %.0f rows on average, %d surrogates each"
            .formatted(
                methods(settings).get("measure"),
                methods(settings).get("estimator"),
                units.size(),
                rows / units.size(),
                surrogates));
    if (surrogates > 0) {
      new SurrogatesNeeded(units.size(), LEVEL)
          .warning(surrogates, "unit")
          .map(line -> line + ", and for shifts more samples than that")
          .ifPresent(lines::add);
    }
    return lines;
  }
}
