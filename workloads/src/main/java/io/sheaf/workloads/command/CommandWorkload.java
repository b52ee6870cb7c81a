package io.sheaf.workloads.command;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.engine.plan.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Any command line, for each value of a list, range, glob or table. A unit has the name of its
/// value, or `name=value/name=value`.
public final class CommandWorkload implements Workload {
  private static final Set<String> SOURCES =
      Set.of("items", "items_file", "range", "glob", "csv", "shards");

  @Override
  public String name() {
    return "command";
  }

  /// Whether anything says what to make units of.
  public static boolean hasSource(Settings settings) {
    return settings.values().entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue().value() != null
                    && (entry.getKey().startsWith("parameters.")
                        || SOURCES.contains(entry.getKey())));
  }

  @Override
  public String version() {
    return "2";
  }

  @Override
  public String summary() {
    return "any command line, for each file, line, number, row or combination";
  }

  @Override
  public List<Key> keys() {
    return CommandKeys.ALL;
  }

  @Override
  public List<Table> tables(Settings settings) {
    return List.of(JobTables.JOBS, JobTables.OUTPUTS);
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    return Map.of("command", String.join(" ", settings.texts("command")));
  }

  @Override
  public List<Unit> units(Settings settings) throws IOException {
    return CommandUnits.of(settings);
  }

  @Override
  public UnitRunner runner(Settings settings) {
    return new CommandRunner(settings);
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    List<Row> rows = new ArrayList<>();
    for (UnitResult result : results) {
      if (result.outcome() instanceof Outcome.Done(var output)) {
        rows.addAll(output.rows());
      } else {
        rows.add(JobTables.failed(result.unit().id(), result.outcome().message()));
      }
    }
    return rows;
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return tables.getOrDefault(JobTables.OUTPUTS.name(), List.of()).stream()
        .flatMap(row -> JobTables.problem(row).stream())
        .map(what -> new TableProblem(JobTables.OUTPUTS.fileName(), what))
        .toList();
  }

  @Override
  public List<Section> chapter(Settings settings, ResultTables tables) throws IOException {
    return JobChapter.of(tables);
  }

  /// The commands, a line each, as a shell takes them.
  @Override
  public List<String> describe(Settings settings, List<Unit> units) {
    Template template = Template.of(settings);
    return units.stream().map(unit -> line(template, unit)).toList();
  }

  private static String line(Template template, Unit unit) {
    Placeholders values = CommandUnits.placeholders(unit.parameters());
    List<String> words = template.words(unit, values);
    return template.shell()
        ? words.getLast()
        : words.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
  }
}
