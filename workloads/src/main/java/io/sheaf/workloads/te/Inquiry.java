package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.plan.Seeds;
import io.sheaf.info.BenjaminiHochberg;
import io.sheaf.info.Segments;
import io.sheaf.info.series.DelayScan;
import io.sheaf.info.series.Estimator;
import io.sheaf.info.series.History;
import io.sheaf.info.series.Lagged;
import io.sheaf.info.series.NullTest;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.Rows;
import io.sheaf.info.series.SurrogateCount;
import io.sheaf.info.series.Variable;
import io.sheaf.info.series.Workers;
import io.sheaf.workloads.te.Question.Measure;
import io.sheaf.workloads.te.Question.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Answers a question about a table.
///
/// @param workers who computes; answers do not depend on it
public record Inquiry(Question question, Workers workers) {
  /// The answer for columns in their roles.
  ///
  /// @throws ConfigurationException if the data do not suit the question
  public Answer answer(SeriesTable table, Roles roles, String group) {
    try {
      return new Prepared(table, roles).answer(group);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          (group.isEmpty() ? "" : "group " + group + ": ") + e.getMessage());
    }
  }

  /// The local values of the same samples, at one delay.
  ///
  /// @throws ConfigurationException if the data do not suit the question
  public LocalValues local(SeriesTable table, Roles roles, int delay) {
    try {
      return new Prepared(table, roles).local(delay);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
  }

  /// Adjusts p over answers.
  public static List<Answer> adjusted(List<Answer> all) {
    if (all.size() < 2) {
      return all;
    }
    double[] q = BenjaminiHochberg.adjust(all.stream().mapToDouble(Answer::p).toArray());
    return IntStream.range(0, q.length).mapToObj(i -> all.get(i).withQ(q[i])).toList();
  }

  /// Columns as the estimator takes them.
  private final class Prepared {
    private final Preparation columns = Preparation.of(question);
    private final Roles roles;
    private final Rows rows;
    private final int firstRow;
    private final int rowsOfTable;
    private final List<String> warnings = new ArrayList<>();
    private final SeriesTable table;

    Prepared(SeriesTable table, Roles roles) {
      this.roles = roles;
      this.table = table;
      rowsOfTable = table.rows();
      firstRow =
          columns.isSymbolic() ? (question.histories().k() - 1) * question.histories().tau() : 0;
      int reach = isLagged() ? 1 : 0;
      rows = new Rows(Segments.whole(Math.max(0, rowsOfTable - firstRow)), reach);
      warn();
    }

    private boolean isLagged() {
      return switch (question.measure()) {
        case TE, CTE, AIS -> true;
        case MI, CMI, MULTI_INFO -> false;
      };
    }

    private Variable variable(List<String> names) {
      return columns.variable(table, names);
    }

    private void warn() {
      List<String> all = new ArrayList<>(roles.source());
      all.addAll(roles.target());
      all.addAll(roles.condition());
      all.stream()
          .distinct()
          .forEach(name -> columns.warning(table, name).ifPresent(warnings::add));
      if (question.comparison().surrogates() > 0 && question.measure() != Measure.AIS) {
        Autocorrelation.warning(question.comparison().how(), table, roles.source(), roles.target())
            .ifPresent(warnings::add);
      }
    }

    private Observations observations(int delay, Variable source, Variable target) {
      Question.Histories h = question.histories();
      List<Lagged> condition =
          roles.condition().stream()
              .map(name -> Lagged.row(variable(List.of(name)), isLagged() ? 1 : 0))
              .toList();
      int most = h.delays().stream().mapToInt(d -> d).max().orElse(1);
      boolean one = columns.isSymbolic();
      History past = one ? History.row(1) : new History(h.k(), h.tau(), 1);
      History sources = one ? History.row(delay) : new History(h.l(), h.tau(), delay);
      Rows common = rows.reaching(one ? most : most + (h.l() - 1) * h.tau());
      Observations o =
          switch (question.measure()) {
            case TE, CTE ->
                Observations.of(
                        target,
                        List.of(new Lagged(source, sources)),
                        List.of(new Lagged(target, past)),
                        common)
                    .given(condition);
            case MI, CMI, MULTI_INFO ->
                Observations.of(
                    target, List.of(Lagged.row(source, delay)), condition, rows.reaching(most));
            case AIS -> Observations.activeInformation(target, past, rows);
          };
      if (o.size() < 2) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "too few rows: %d, of which %d have all their histories, expected at least 2",
                rowsOfTable,
                o.size()));
      }
      return isStandardised() ? o.standardised() : o;
    }

    /// Whether the samples are.
    private boolean isStandardised() {
      return question.estimation().normalise() == Question.Normalise.SAMPLE && !columns.isCounted();
    }

    Answer answer(String group) {
      if (question.measure() == Measure.MULTI_INFO) {
        return multiInformation(group);
      }
      Variable target = variable(roles.target());
      Variable source = question.measure() == Measure.AIS ? target : variable(roles.source());
      List<Integer> delays = question.histories().delays();
      List<Observations> scan =
          delays.stream().map(delay -> observations(delay, source, target)).toList();
      Question.Comparison c = question.comparison();
      if (c.surrogates() == 0) {
        double[] values = scan.stream().mapToDouble(columns.estimator(workers)::nats).toArray();
        int best =
            IntStream.range(0, values.length).reduce(0, (a, b) -> values[b] > values[a] ? b : a);
        List<Answer.Delay> all =
            values.length == 1
                ? List.of()
                : IntStream.range(0, values.length)
                    .mapToObj(i -> Answer.Delay.untested(delays.get(i), values[i]))
                    .toList();
        return answer(group, scan.get(best), delays.get(best), Outcome.untested(values[best], all));
      }
      SurrogateCount count = surrogates(group);
      Estimator each = columns.estimator(Workers.calling());
      if (delays.size() == 1) {
        NullTest test = NullTest.run(scan.getFirst(), each, c.how(), count);
        return answer(group, scan.getFirst(), delays.getFirst(), Outcome.of(test));
      }
      DelayScan found = DelayScan.of(scan, delays, new DelayScan.Comparison(each, c.how(), count));
      DelayScan.Delay best = found.best();
      List<Answer.Delay> all = found.delays().stream().map(Prepared::delay).toList();
      return answer(
          group,
          scan.get(delays.indexOf(best.delay())),
          best.delay(),
          new Outcome(
              best.test().valueNats(),
              all,
              c.surrogates(),
              best.correctedPValue(),
              best.test().effectiveNats()));
    }

    LocalValues local(int delay) {
      if (question.measure() == Measure.MULTI_INFO) {
        throw new ConfigurationException(
            "multi-info has no local values here; ask for another measure");
      }
      Variable target = variable(roles.target());
      Variable source = question.measure() == Measure.AIS ? target : variable(roles.source());
      Observations o = observations(delay, source, target);
      int[] times = IntStream.range(0, o.size()).map(i -> o.time(i) + firstRow).toArray();
      return new LocalValues(times, columns.estimator(workers).localNats(o));
    }

    private SurrogateCount surrogates(String group) {
      Question.Comparison c = question.comparison();
      return new SurrogateCount(
          c.surrogates(), c.enough(), Seeds.of(c.seed(), roles.id(group), "surrogates"), workers);
    }

    private record Outcome(
        double value, List<Answer.Delay> delays, int surrogates, double p, double effective) {
      static Outcome untested(double value, List<Answer.Delay> delays) {
        return new Outcome(value, delays, 0, Double.NaN, Double.NaN);
      }

      static Outcome of(NullTest test) {
        return new Outcome(
            test.valueNats(), List.of(), test.surrogates(), test.pValue(), test.effectiveNats());
      }
    }

    private static Answer.Delay delay(DelayScan.Delay one) {
      double mean = one.test().meanNats();
      double half = 1.645 * one.test().standardDeviationNats();
      return new Answer.Delay(
          one.delay(),
          one.test().valueNats(),
          one.test().pValue(),
          one.correctedPValue(),
          mean - half,
          mean + half);
    }

    private Answer answer(String group, Observations o, int delay, Outcome outcome) {
      if (Double.isInfinite(outcome.value())) {
        warnings.add("the value is infinite: the target is a function of the source and the past");
      }
      return answer(group, o.size(), question.measure() == Measure.AIS ? 0 : delay, outcome);
    }

    private Answer answer(String group, int samples, int delay, Outcome outcome) {
      new Rearrangements(question.comparison(), samples).warning().ifPresent(warnings::add);
      return new Answer(
          question,
          roles,
          group,
          outcome.value(),
          samples,
          delay,
          outcome.surrogates(),
          outcome.p(),
          Double.NaN,
          outcome.effective(),
          columns.estimator(workers).describe(),
          outcome.delays(),
          List.copyOf(warnings));
    }

    private Answer multiInformation(String group) {
      List<Variable> variables =
          roles.source().stream()
              .map(name -> variable(List.of(name)))
              .map(one -> isStandardised() ? one.standardised() : one)
              .toList();
      Question.Comparison c = question.comparison();
      Outcome outcome =
          c.surrogates() == 0
              ? Outcome.untested(
                  columns.estimator(workers).multiInformationNats(variables), List.of())
              : Outcome.of(
                  NullTest.multiInformation(
                      variables, columns.estimator(Workers.calling()), c.how(), surrogates(group)));
      return answer(group, variables.getFirst().rows(), 0, outcome);
    }
  }
}
