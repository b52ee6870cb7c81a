package io.sheaf.workloads.cohort;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Point;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.chapter.Thinned;
import io.sheaf.engine.chapter.Values;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.workloads.cohort.CohortChapter.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// One measure over all users: its differences by feature and lag, and both directions. Confined to
/// one thread.
final class MeasureFigures {
  private static final int MOST_GROUPS = 16;
  private static final int MOST_POINTS = 1500;
  private static final String BOTH = "both directions, q ≤ 0.05";
  private static final String TO_SITTING = "A→S only";
  private static final String TO_ACTIVITY = "S→A only";
  private static final String NEITHER = "neither";
  private static final String UNTESTED = "q not known yet";

  private final CohortTables.Measure measure;
  private final Table table;
  private final Map<Group, Account> accounts = new TreeMap<>();

  /// What is known of a feature and lag.
  private static final class Account {
    private final Values differences = new Values(TO_SITTING, TO_ACTIVITY, BOTH, NEITHER, UNTESTED);
    private final DoubleStream.Builder all = DoubleStream.builder();
    private final Thinned<Point> points = new Thinned<>(MOST_POINTS);
    private long toSitting;
    private long toActivity;
    private double p = Double.NaN;
    private double q = Double.NaN;
    private double median = Double.NaN;
  }

  MeasureFigures(CohortTables.Measure measure) {
    this.measure = measure;
    this.table = measure.table();
  }

  void add(Row row) {
    Group group = new Group(row.text(table.index("feature_mode")), row.number(table.index("tau")));
    Account account = accounts.computeIfAbsent(group, _ -> new Account());
    double difference = row.number(table.index("Delta_" + measure));
    double toSitting = row.number(table.index("q_A2S"));
    double toActivity = row.number(table.index("q_S2A"));
    account.differences.add(verdict(toSitting, toActivity), difference);
    if (Double.isFinite(difference)) {
      account.all.add(difference);
    }
    account.toSitting += toSitting <= CohortChapter.LEVEL ? 1 : 0;
    account.toActivity += toActivity <= CohortChapter.LEVEL ? 1 : 0;
    account.p = row.number(table.index("p_Delta_" + measure));
    account.q = row.number(table.index("q_Delta_" + measure));
    double x = row.number(table.index(measure + "_A2S_effective"));
    double y = row.number(table.index(measure + "_S2A_effective"));
    if (Double.isFinite(x) && Double.isFinite(y)) {
      account.points.add(new Point(x, y, row.text(table.index("user_id"))));
    }
  }

  private static String verdict(double toSitting, double toActivity) {
    if (Double.isNaN(toSitting) && Double.isNaN(toActivity)) {
      return UNTESTED;
    }
    boolean sitting = toSitting <= CohortChapter.LEVEL;
    boolean activity = toActivity <= CohortChapter.LEVEL;
    return sitting && activity ? BOTH : sitting ? TO_SITTING : activity ? TO_ACTIVITY : NEITHER;
  }

  boolean isEmpty() {
    return accounts.isEmpty();
  }

  /// A line for each feature and lag: measure, feature, lag, users, median, p, q, users by
  /// direction.
  List<List<@Nullable Object>> findings() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    accounts.forEach(
        (group, account) ->
            rows.add(
                Arrays.asList(
                    measure.name(),
                    group.mode(),
                    (long) group.tau(),
                    account.differences.count(),
                    median(account),
                    account.p,
                    account.q,
                    account.toSitting,
                    account.toActivity)));
    return rows;
  }

  private static double median(Account account) {
    if (Double.isNaN(account.median)) {
      double[] sorted = account.all.build().sorted().toArray();
      int n = sorted.length;
      account.median = n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
    return account.median;
  }

  Section section() {
    List<Figure> figures = new ArrayList<>();
    accounts.entrySet().stream()
        .filter(entry -> entry.getValue().differences.count() > 0)
        .limit(MOST_GROUPS)
        .forEach(entry -> figures.add(differences(entry.getKey(), entry.getValue())));
    figures.add(directions());
    String left =
        accounts.size() > MOST_GROUPS
            ? " The first %d of %d features and lags.".formatted(MOST_GROUPS, accounts.size())
            : "";
    return new Section(
        measure.name() + ", direction against direction",
        "Δ is A→S less S→A: above 0 where activity tells more about sitting than the other way"
            + " round. A user is counted by which direction has q ≤ 0.05."
            + left,
        figures);
  }

  private Figure differences(Group group, Account account) {
    String test =
        Double.isNaN(account.p)
            ? "the test needs all users"
            : "signed-rank test p = %.3g, q = %.3g".formatted(account.p, account.q);
    return account.differences.histogram(
        new Caption(
            "Δ %s, %s".formatted(measure, group.words()),
            "n = %,d users, median %.3g bits; %s"
                .formatted(account.differences.count(), median(account), test)),
        "Δ " + measure + ", bits");
  }

  private Figure directions() {
    List<Points> series = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    accounts.entrySet().stream()
        .limit(MOST_GROUPS)
        .forEach(
            entry -> {
              series.add(new Points(entry.getKey().words(), entry.getValue().points.kept()));
              counts.add(entry.getValue().points.words("users"));
            });
    return new Figure.Scatter(
        new Caption(
            measure + ", A→S against S→A",
            "each less the mean of its surrogates, bits; on the dashed line both are equal; "
                + String.join(", ", counts.stream().distinct().toList())),
        "A→S, bits",
        "S→A, bits",
        true,
        series);
  }
}
