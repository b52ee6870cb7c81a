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
  /// What settings ask for. Reads the names of columns.
  ///
  /// @throws ConfigurationException if something is missing or keys contradict each other
  public static Request of(Settings settings) throws IOException {
    Question question = new QuestionSettings(settings).question();
    Path file = file(settings);
    Columns columns = Columns.of(settings, new TableReader(file));
    return new Request(
        file, question, roles(settings, question.measure(), columns), columns.groupBy());
  }

  /// Those that settings name, each by the one name it has.
  ///
  /// @param used those that are named, else all that have no other part
  private record Columns(
      List<String> source,
      List<String> target,
      List<String> condition,
      List<String> used,
      Optional<String> groupBy) {
    static Columns of(Settings settings, TableReader table) throws IOException {
      List<String> all = table.names();
      List<String> condition = table.canonical(all, settings.texts("condition"));
      Optional<String> groupBy =
          settings
              .optionalText("group_by")
              .map(name -> table.canonical(all, List.of(name)).getFirst());
      List<String> named = table.canonical(all, settings.texts("columns"));
      List<String> others =
          all.stream()
              .filter(name -> !groupBy.equals(Optional.of(name)) && !condition.contains(name))
              .toList();
      return new Columns(
          table.canonical(all, settings.texts("source")),
          table.canonical(all, settings.texts("target")),
          condition,
          (named.isEmpty() ? others : named).stream().distinct().toList(),
          groupBy);
    }
  }

  static Path file(Settings settings) {
    return settings
        .optionalText("input")
        .map(Path::of)
        .orElseThrow(() -> new ConfigurationException("`input` is not given, expected a table"));
  }

  private static List<Roles> roles(Settings settings, Measure measure, Columns columns) {
    boolean hasPairs = settings.flag("all_pairs");
    requireSuited(measure, columns, hasPairs);
    if (measure == Measure.MULTI_INFO) {
      List<String> all = columns.source().isEmpty() ? columns.used() : columns.source();
      return List.of(new Roles(all, all, List.of()));
    }
    if (hasPairs) {
      return measure == Measure.AIS
          ? columns.used().stream().map(List::of).map(Request::alone).toList()
          : pairs(columns.used(), columns.condition());
    }
    List<String> source = columns.source();
    List<String> target = columns.target();
    if (measure == Measure.AIS && !(source.isEmpty() && target.isEmpty())) {
      return List.of(alone(target.isEmpty() ? source : target));
    }
    if (source.isEmpty() || target.isEmpty()) {
      throw new ConfigurationException(
          "`%s` is not given, expected columns, or all_pairs"
              .formatted(target.isEmpty() ? "target" : "source"));
    }
    return List.of(new Roles(source, target, columns.condition()));
  }

  /// Whether the measure takes what is given.
  private static void requireSuited(Measure measure, Columns columns, boolean hasPairs) {
    boolean isConditional = measure == Measure.CTE || measure == Measure.CMI;
    if (isConditional && columns.condition().isEmpty()) {
      throw new ConfigurationException("`condition` is not given, which this measure needs");
    }
    boolean isAlone = measure == Measure.AIS || measure == Measure.MULTI_INFO;
    if (isAlone && !columns.condition().isEmpty()) {
      throw new ConfigurationException("`condition`: not with " + QuestionSettings.word(measure));
    }
    if (measure == Measure.MULTI_INFO && hasPairs) {
      throw new ConfigurationException("`all_pairs`: not with multi-info, which is of all at once");
    }
    if (hasPairs && !(columns.source().isEmpty() && columns.target().isEmpty())) {
      throw new ConfigurationException(
          "`all_pairs`: not with source or target; `columns` says which columns");
    }
  }

  private static Roles alone(List<String> columns) {
    return new Roles(columns, columns, List.of());
  }

  private static List<Roles> pairs(List<String> columns, List<String> given) {
    if (columns.size() < 2) {
      throw new ConfigurationException(
          "`all_pairs` of %d column, expected at least 2".formatted(columns.size()));
    }
    return columns.stream()
        .flatMap(
            from ->
                columns.stream()
                    .filter(to -> !to.equals(from))
                    .map(to -> new Roles(List.of(from), List.of(to), given)))
        .toList();
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
