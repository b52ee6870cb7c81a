package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.workloads.te.Question.Measure;
import io.sheaf.workloads.te.Question.Roles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A question, the table it is about, and which columns take part.
///
/// @param file the table
/// @param roles each of which has an answer in each group
/// @param groupBy the column that splits the table
public record Request(Path file, Question question, List<Roles> roles, Optional<String> groupBy) {
  /// What settings ask for. Reads the names of columns where they are needed.
  ///
  /// @throws ConfigurationException if something is missing or keys contradict each other
  public static Request of(Settings settings) throws IOException {
    Question question = new QuestionSettings(settings).question();
    Path file = file(settings);
    Optional<String> groupBy = settings.optionalText("group_by");
    return new Request(file, question, roles(settings, question.measure(), file), groupBy);
  }

  static Path file(Settings settings) {
    return settings
        .optionalText("input")
        .map(Path::of)
        .orElseThrow(() -> new ConfigurationException("`input` is not given, expected a table"));
  }

  private static List<Roles> roles(Settings settings, Measure measure, Path file)
      throws IOException {
    List<String> source = settings.texts("source");
    List<String> target = settings.texts("target");
    List<String> given = settings.texts("condition");
    boolean conditional = measure == Measure.CTE || measure == Measure.CMI;
    if (conditional && given.isEmpty()) {
      throw new ConfigurationException("`condition` is not given, which this measure needs");
    }
    if (measure == Measure.MULTI_INFO) {
      List<String> all = source.isEmpty() ? columns(settings, file) : source;
      return List.of(new Roles(all, all, List.of()));
    }
    if (settings.flag("all_pairs")) {
      if (!source.isEmpty() || !target.isEmpty()) {
        throw new ConfigurationException(
            "`all_pairs`: not with source or target; `columns` says which columns");
      }
      return pairs(columns(settings, file), given);
    }
    if (measure == Measure.AIS && !(source.isEmpty() && target.isEmpty())) {
      List<String> alone = target.isEmpty() ? source : target;
      return List.of(new Roles(alone, alone, given));
    }
    if (source.isEmpty() || target.isEmpty()) {
      throw new ConfigurationException(
          "`%s` is not given, expected columns, or all_pairs"
              .formatted(target.isEmpty() ? "target" : "source"));
    }
    return List.of(new Roles(source, target, given));
  }

  private static List<Roles> pairs(List<String> columns, List<String> given) {
    return columns.stream()
        .distinct()
        .flatMap(
            from ->
                columns.stream()
                    .distinct()
                    .filter(to -> !to.equals(from))
                    .map(to -> new Roles(List.of(from), List.of(to), given)))
        .toList();
  }

  /// Those that are named, else all that have no other part.
  private static List<String> columns(Settings settings, Path file) throws IOException {
    List<String> named = settings.texts("columns");
    Optional<String> groupBy = settings.optionalText("group_by");
    return named.isEmpty()
        ? new TableReader(file)
            .names().stream()
                .filter(name -> !groupBy.equals(Optional.of(name)))
                .filter(name -> !settings.texts("condition").contains(name))
                .toList()
        : named;
  }

  /// The groups of the table, with the columns that take part.
  public Map<String, SeriesTable> groups() throws IOException {
    List<String> names =
        roles.stream()
            .flatMap(one -> Stream.of(one.source(), one.target(), one.condition()))
            .flatMap(List::stream)
            .distinct()
            .toList();
    return new TableReader(file).read(names, groupBy);
  }
}
