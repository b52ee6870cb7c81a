package io.sheaf.workloads.te;

import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Table.Column;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.info.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables of answers.
final class TeTables {
  static final Table ANSWERS =
      new Table(
          "te",
          List.of(
              new Column("group", Table.Type.TEXT, false),
              new Column("source", Table.Type.TEXT, false),
              new Column("target", Table.Type.TEXT, false),
              new Column("condition", Table.Type.TEXT, false),
              new Column("measure", Table.Type.TEXT, false),
              new Column("estimator", Table.Type.TEXT, false),
              new Column("value_nats", Table.Type.NUMBER, false),
              new Column("n", Table.Type.WHOLE, false),
              new Column("k", Table.Type.WHOLE, false),
              new Column("l", Table.Type.WHOLE, false),
              new Column("tau", Table.Type.WHOLE, false),
              new Column("delay", Table.Type.WHOLE, false),
              new Column("null", Table.Type.TEXT, false),
              new Column("surrogates", Table.Type.WHOLE, false),
              new Column("p", Table.Type.NUMBER, false),
              new Column("q", Table.Type.NUMBER, true),
              new Column("effective_nats", Table.Type.NUMBER, false),
              new Column("warnings", Table.Type.TEXT, false)),
          List.of("group", "source", "target"),
          Table.Presence.ALWAYS);
  static final Table DELAYS =
      new Table(
          "te_delays",
          List.of(
              new Column("group", Table.Type.TEXT, false),
              new Column("source", Table.Type.TEXT, false),
              new Column("target", Table.Type.TEXT, false),
              new Column("delay", Table.Type.WHOLE, false),
              new Column("value_nats", Table.Type.NUMBER, false),
              new Column("p", Table.Type.NUMBER, false),
              new Column("p_corrected", Table.Type.NUMBER, false),
              new Column("band_low_nats", Table.Type.NUMBER, false),
              new Column("band_high_nats", Table.Type.NUMBER, false)),
          List.of("group", "source", "target", "delay"),
          Table.Presence.IF_ANY);
  static final Table ERRORS =
      new Table(
          "errors",
          List.of(
              new Column("unit", Table.Type.TEXT, false),
              new Column("error", Table.Type.TEXT, false)),
          List.of("unit"),
          Table.Presence.IF_ANY);

  private TeTables() {}

  /// The rows of an answer, without q.
  static List<Row> rows(Answer answer) {
    Question question = answer.question();
    boolean compared = !Double.isNaN(answer.p());
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            ANSWERS.name(),
            Arrays.asList(
                group(answer),
                names(answer.roles().source()),
                names(answer.roles().target()),
                names(answer.roles().condition()),
                QuestionSettings.word(question.measure()),
                answer.estimator(),
                Answer.finite(answer.value()),
                answer.n(),
                question.histories().k(),
                question.histories().l(),
                question.histories().tau(),
                answer.delay(),
                compared ? question.comparison().how().describe() : null,
                answer.surrogates(),
                answer.p(),
                null,
                Answer.finite(answer.effective()),
                text(String.join("; ", answer.warnings())))));
    for (Answer.Delay delay : answer.delays()) {
      rows.add(
          new Row(
              DELAYS.name(),
              Arrays.asList(
                  group(answer),
                  names(answer.roles().source()),
                  names(answer.roles().target()),
                  delay.delay(),
                  Answer.finite(delay.value()),
                  delay.p(),
                  delay.corrected(),
                  Answer.finite(delay.bandLow()),
                  Answer.finite(delay.bandHigh()))));
    }
    return rows;
  }

  private static @Nullable String group(Answer answer) {
    return text(answer.group());
  }

  private static @Nullable String names(List<String> columns) {
    return text(String.join(",", columns));
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }

  /// The rows of all answers, with q if they are complete, and why others have none.
  static List<Row> bound(Iterable<UnitResult> results, boolean complete) {
    List<Row> rows = new ArrayList<>();
    for (UnitResult result : results) {
      if (result.outcome() instanceof Outcome.Done(var output)) {
        rows.addAll(output.rows());
      } else {
        rows.add(failure(result));
      }
    }
    return complete ? adjusted(rows) : rows;
  }

  static Row failure(UnitResult result) {
    return new Row(ERRORS.name(), List.of(result.unit().id(), result.outcome().message()));
  }

  private static List<Row> adjusted(List<Row> rows) {
    int p = ANSWERS.index("p");
    double[] q =
        BenjaminiHochberg.adjust(
            rows.stream().filter(TeTables::isAnswer).mapToDouble(row -> row.number(p)).toArray());
    List<Row> adjusted = new ArrayList<>(rows.size());
    int next = 0;
    for (Row row : rows) {
      adjusted.add(isAnswer(row) ? row.with(ANSWERS.index("q"), q[next++]) : row);
    }
    return adjusted;
  }

  private static boolean isAnswer(Row row) {
    return row.table().equals(ANSWERS.name());
  }

  /// What is wrong with finished tables.
  static List<TableProblem> problems(Map<String, List<Row>> tables, boolean complete) {
    List<TableProblem> problems = new ArrayList<>();
    for (Row row : tables.getOrDefault(ANSWERS.name(), List.of())) {
      double p = row.number(ANSWERS.index("p"));
      double q = row.number(ANSWERS.index("q"));
      double surrogates = row.number(ANSWERS.index("surrogates"));
      if (!(row.number(ANSWERS.index("n")) > 0)) {
        problems.add(problem(row, "n is not positive"));
      }
      if ((surrogates > 0) != (p > 0) || p > 1) {
        problems.add(problem(row, "p = %s with %.0f surrogates".formatted(p, surrogates)));
      }
      if (complete && !Double.isNaN(p) && !(q >= p && q <= 1)) {
        problems.add(problem(row, "q = %s, expected p <= q <= 1 (p = %s)".formatted(q, p)));
      }
    }
    return problems;
  }

  private static TableProblem problem(Row row, String what) {
    return new TableProblem(
        ANSWERS.fileName(), "%s -> %s: %s".formatted(row.text(1), row.text(2), what));
  }
}
