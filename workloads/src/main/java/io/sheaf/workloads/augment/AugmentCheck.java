package io.sheaf.workloads.augment;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.text.Edit;
import io.sheaf.text.Revision;
import io.sheaf.text.Similarity;
import io.sheaf.text.combination.Combination;
import io.sheaf.text.combination.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks finished data sets row by row, from nothing but themselves and the manifest.
final class AugmentCheck {
  private static final double ROUNDING = 1e-9;

  private final Settings settings;
  private final Rules rules;
  private final Similarity similarity;
  private final List<TableProblem> problems = new ArrayList<>();

  private final Map<String, Long> promised = new HashMap<>();

  /// @param manifest its rows
  AugmentCheck(Settings settings, List<Row> manifest) {
    this.settings = settings;
    this.rules = new Selection(settings).rules();
    this.similarity = AugmentWorkload.similarity(settings);
    manifest.forEach(row -> promised.put(row.text(1), (long) row.number(3)));
  }

  static List<TableProblem> problems(Settings settings, Map<String, List<Row>> tables) {
    AugmentCheck check = new AugmentCheck(settings, manifest(tables));
    for (Combination combination : new Selection(settings).combinations()) {
      check.check(combination, tables.getOrDefault(combination.name(), List.of()));
    }
    return check.problems;
  }

  /// The same of data sets that are files.
  ///
  /// @param out the directory of results
  static List<TableProblem> problemsOfFiles(
      Settings settings, Map<String, List<Row>> tables, Path out) throws IOException {
    AugmentCheck check = new AugmentCheck(settings, manifest(tables));
    DatasetFiles files = new DatasetFiles(settings);
    for (Combination combination : new Selection(settings).combinations()) {
      check.check(combination, files.read(out, combination));
    }
    return check.problems;
  }

  static List<Row> manifest(Map<String, List<Row>> tables) {
    return tables.getOrDefault(AugmentTables.MANIFEST.name(), List.of());
  }

  List<TableProblem> problems() {
    return problems;
  }

  private void check(Combination combination, List<Row> rows) {
    long wanted = promised.getOrDefault(combination.source(), 0L);
    if (rows.size() != wanted) {
      say(combination, "%d rows, the manifest says %d".formatted(rows.size(), wanted));
    }
    dataset(combination, rows);
  }

  private void dataset(Combination combination, List<Row> rows) {
    Table table = AugmentTables.dataset(combination, settings);
    Map<Object, Integer> variants = new HashMap<>();
    for (Row row : rows) {
      String where = "source row " + row.text(table.index("source_row"));
      String wrong = wrong(row, table);
      if (!wrong.isEmpty()) {
        say(combination, where + ": " + wrong);
      }
      if (variants.merge(row.text(table.index("source_row")), 1, Integer::sum)
          == rules.variants() + 1) {
        say(combination, where + ": more than %d variants".formatted(rules.variants()));
      }
    }
  }

  private String wrong(Row row, Table table) {
    String post = row.text(0);
    String evidence = row.text(1);
    String original = row.text(2);
    if (Similarity.normal(evidence).equals(Similarity.normal(original))) {
      return "the evidence is the original";
    }
    int start = start(post, (int) row.number(table.index("evidence_start")));
    if (!post.startsWith(evidence, start)) {
      return "the evidence does not stand where it should";
    }
    if (!edited(original, row.text(table.index("edits"))).equals(evidence)) {
      return "the edits do not make the evidence of the original";
    }
    double said = row.number(table.index("similarity"));
    double found = similarity.ofVariants(original, evidence);
    return Math.abs(said - found) > ROUNDING
            || said < rules.leastSimilarity()
            || said > rules.greatestSimilarity()
        ? "similarity %s, found %s".formatted(said, found)
        : "";
  }

  private static int start(String post, int points) {
    return points <= post.codePointCount(0, post.length())
        ? post.offsetByCodePoints(0, points)
        : post.length();
  }

  /// Applies the edits of a cell; empty if it is none.
  static String edited(String original, String cell) {
    try {
      return Revision.of(original, edits(original, cell)).text();
    } catch (JacksonException | IndexOutOfBoundsException | IllegalArgumentException _) {
      return "";
    }
  }

  /// The edits of a cell.
  ///
  /// @throws JacksonException if it is none
  /// @throws IndexOutOfBoundsException if they do not fit the text
  static List<Edit> edits(String original, String cell) {
    List<Edit> edits = new ArrayList<>();
    for (JsonNode edit : JsonMapper.shared().readTree(cell)) {
      edits.add(
          new Edit(
              original.offsetByCodePoints(0, edit.get(0).intValue()),
              original.offsetByCodePoints(0, edit.get(1).intValue()),
              edit.get(2).stringValue()));
    }
    return edits;
  }

  void say(Combination combination, String what) {
    problems.add(new TableProblem(combination.name(), what));
  }
}
