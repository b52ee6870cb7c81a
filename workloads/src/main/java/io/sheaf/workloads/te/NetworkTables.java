package io.sheaf.workloads.te;

import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Table.Column;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.info.BenjaminiHochberg;
import io.sheaf.info.series.NetworkInference;
import io.sheaf.info.series.NetworkInference.Inputs;
import io.sheaf.info.series.NetworkInference.Link;
import io.sheaf.info.series.NetworkInference.Source;
import io.sheaf.info.series.NullTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of a network: what the units found, and the edges that follow from all of it.
final class NetworkTables {
  static final Table EDGES =
      new Table(
          "edges",
          List.of(
              new Column("source", Table.Type.TEXT, true),
              new Column("target", Table.Type.TEXT, true),
              new Column("lag", Table.Type.WHOLE, true),
              new Column("nats", Table.Type.NUMBER, true),
              new Column("p", Table.Type.NUMBER, true),
              new Column("q", Table.Type.NUMBER, true)),
          List.of("source", "target"),
          Table.Presence.ALWAYS);
  static final Table TARGETS =
      new Table(
          "targets",
          List.of(
              new Column("target", Table.Type.TEXT, false),
              new Column("estimator", Table.Type.TEXT, false),
              new Column("n", Table.Type.WHOLE, false),
              new Column("past_lags", Table.Type.TEXT, false),
              new Column("sources", Table.Type.WHOLE, false),
              new Column("omnibus_nats", Table.Type.NUMBER, false),
              new Column("null", Table.Type.TEXT, false),
              new Column("surrogates", Table.Type.WHOLE, false),
              new Column("p", Table.Type.NUMBER, false),
              new Column("q", Table.Type.NUMBER, true),
              new Column("warnings", Table.Type.TEXT, false)),
          List.of("target"),
          Table.Presence.ALWAYS);
  static final Table SOURCES =
      new Table(
          "sources",
          List.of(
              new Column("target", Table.Type.TEXT, false),
              new Column("source", Table.Type.TEXT, false),
              new Column("lag", Table.Type.WHOLE, false),
              new Column("nats", Table.Type.NUMBER, false),
              new Column("p", Table.Type.NUMBER, false)),
          List.of("target", "source", "lag"),
          Table.Presence.ALWAYS);
  static final List<Table> ALL = List.of(EDGES, TARGETS, SOURCES, TeTables.ERRORS);

  private NetworkTables() {}

  /// The rows of one target.
  static List<Row> rows(Inputs inputs, List<String> names, NetworkRequest request, Doubt doubt) {
    List<Row> rows = new ArrayList<>();
    NullTest omnibus = inputs.omnibus();
    rows.add(
        new Row(
            TARGETS.name(),
            Arrays.asList(
                names.get(inputs.target()),
                doubt.estimator(),
                doubt.n(),
                inputs.pastLags().stream().map(String::valueOf).collect(Collectors.joining(",")),
                inputs.sources().size(),
                Answer.finite(omnibus.valueNats()),
                request.how().describe(),
                omnibus.surrogates(),
                inputs.pValue(),
                null,
                doubt.warnings().isEmpty() ? null : String.join("; ", doubt.warnings()))));
    for (Source source : inputs.sources()) {
      rows.add(
          new Row(
              SOURCES.name(),
              Arrays.asList(
                  names.get(inputs.target()),
                  names.get(source.series()),
                  source.lag(),
                  Answer.finite(source.nats()),
                  source.pValue())));
    }
    return rows;
  }

  /// What stands beside a value, so that it can be judged.
  record Doubt(String estimator, int n, List<String> warnings) {}

  /// The rows of all targets; with edges and q if they are complete.
  static List<Row> bound(Iterable<UnitResult> results, double rate, boolean complete) {
    List<Row> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (UnitResult result : results) {
      names.add(result.unit().parameter(NetworkWorkload.TARGET));
      if (result.outcome() instanceof Outcome.Done(var output)) {
        rows.addAll(output.rows());
      } else {
        rows.add(TeTables.failure(result));
      }
    }
    return complete ? linked(rows, names, rate) : rows;
  }

  private static List<Row> linked(List<Row> rows, List<String> names, double rate) {
    List<Inputs> inputs = of(rows, TARGETS).map(target -> inputs(target, rows, names)).toList();
    List<Row> all = new ArrayList<>();
    for (Link link : NetworkInference.links(inputs, rate)) {
      all.add(
          new Row(
              EDGES.name(),
              Arrays.asList(
                  names.get(link.source()),
                  names.get(link.target()),
                  link.lag(),
                  Answer.finite(link.nats()),
                  link.pValue(),
                  link.qValue())));
    }
    int p = TARGETS.index("p");
    double[] q =
        BenjaminiHochberg.adjust(of(rows, TARGETS).mapToDouble(row -> row.number(p)).toArray());
    int next = 0;
    for (Row row : rows) {
      boolean isTarget = row.table().equals(TARGETS.name());
      all.add(isTarget ? row.with(TARGETS.index("q"), q[next++]) : row);
    }
    return all;
  }

  private static Stream<Row> of(List<Row> rows, Table table) {
    return rows.stream().filter(row -> row.table().equals(table.name()));
  }

  /// What a unit found, as its rows tell.
  private static Inputs inputs(Row target, List<Row> rows, List<String> names) {
    List<Source> sources =
        of(rows, SOURCES)
            .filter(row -> row.text(0).equals(target.text(0)))
            .map(
                row ->
                    new Source(
                        names.indexOf(row.text(SOURCES.index("source"))),
                        (int) row.number(SOURCES.index("lag")),
                        row.number(SOURCES.index("nats")),
                        row.number(SOURCES.index("p"))))
            .toList();
    NullTest omnibus =
        new NullTest(
            target.number(TARGETS.index("omnibus_nats")),
            Double.NaN,
            0,
            (int) target.number(TARGETS.index("surrogates")),
            Double.NaN,
            Double.NaN);
    return new Inputs(
        names.indexOf(target.text(0)),
        List.of(),
        sources,
        omnibus,
        target.number(TARGETS.index("p")));
  }

  /// What is wrong with finished tables.
  static List<TableProblem> problems(Map<String, List<Row>> tables, double rate, boolean complete) {
    List<TableProblem> problems = new ArrayList<>();
    for (Row row : tables.getOrDefault(TARGETS.name(), List.of())) {
      double p = row.number(TARGETS.index("p"));
      double q = row.number(TARGETS.index("q"));
      if (!(p > 0 && p <= 1) || (complete && !(q >= p && q <= 1))) {
        problems.add(
            new TableProblem(
                TARGETS.fileName(),
                "%s: p = %s and q = %s, expected 0 < p <= q <= 1".formatted(row.text(0), p, q)));
      }
    }
    for (Row row : tables.getOrDefault(EDGES.name(), List.of())) {
      if (!(row.number(EDGES.index("q")) <= rate)) {
        problems.add(
            new TableProblem(
                EDGES.fileName(),
                "%s -> %s: q = %s, expected at most %s"
                    .formatted(row.text(0), row.text(1), row.number(EDGES.index("q")), rate)));
      }
    }
    return problems;
  }
}
