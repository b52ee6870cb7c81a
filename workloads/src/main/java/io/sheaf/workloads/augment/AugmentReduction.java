package io.sheaf.workloads.augment;

import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.text.combination.Combination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Binds what the units made: one data set for each combination, one line of the manifest for each,
/// and the rows that nobody could use.
final class AugmentReduction {
  static final String UNAVAILABLE = "unavailable: ";

  /// What is known of a combination.
  private static final class Account {
    private final Combination combination;
    private final Map<String, Long> tally = new TreeMap<>();
    private final List<String> files = new ArrayList<>();
    private long rows;
    private String failure = "";

    private Account(Combination combination) {
      this.combination = combination;
    }

    private Row row() {
      boolean made = rows > 0 && failure.isEmpty();
      return new Row(
          AugmentTables.MANIFEST.name(),
          Arrays.asList(
              combination.id(),
              combination.source(),
              combination.methods().size(),
              rows,
              rows > 0 ? path() : null,
              status(),
              made ? null : reason(),
              skipped()));
    }

    /// Of its table or file; of its folder if it has several.
    private String path() {
      return switch (files.size()) {
        case 0 -> combination.name() + ".csv";
        case 1 -> files.getFirst();
        default -> combination.name();
      };
    }

    private String status() {
      if (!failure.isEmpty()) {
        return "failed";
      }
      if (rows > 0) {
        return "ok";
      }
      return tally.keySet().stream().anyMatch(what -> what.startsWith(UNAVAILABLE))
          ? "unavailable"
          : "empty";
    }

    private String reason() {
      if (!failure.isEmpty()) {
        return failure;
      }
      String counted =
          tally.entrySet().stream()
              .map(
                  entry ->
                      entry.getKey().startsWith(UNAVAILABLE)
                          ? entry.getKey().substring(UNAVAILABLE.length())
                          : entry.getKey() + " (" + entry.getValue() + " rows)")
              .collect(Collectors.joining("; "));
      return counted.isEmpty() ? "no rows" : counted;
    }

    private long skipped() {
      return tally.entrySet().stream()
          .filter(entry -> !entry.getKey().startsWith(UNAVAILABLE))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  private final boolean dedupe;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<Object, Row> problems = new TreeMap<>();
  private final Set<String> posts = new HashSet<>();
  private final List<Row> rows = new ArrayList<>();

  private AugmentReduction(boolean dedupe) {
    this.dedupe = dedupe;
  }

  static List<Row> reduce(Iterable<UnitResult> results, boolean dedupe) {
    AugmentReduction reduction = new AugmentReduction(dedupe);
    results.forEach(reduction::take);
    List<Row> all = new ArrayList<>();
    reduction.accounts.values().forEach(account -> all.add(account.row()));
    all.addAll(reduction.statistics());
    all.addAll(reduction.problems.values());
    all.addAll(reduction.rows);
    return all;
  }

  private List<Row> statistics() {
    Map<Integer, List<Account>> bySize =
        accounts.values().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.combination.methods().size(), TreeMap::new, Collectors.toList()));
    List<Row> all = new ArrayList<>();
    bySize.forEach((size, some) -> all.add(statistics(size.toString(), some)));
    all.add(statistics("all", accounts.values()));
    return all;
  }

  private static Row statistics(String size, Collection<Account> accounts) {
    Map<String, Long> status =
        accounts.stream().collect(Collectors.groupingBy(Account::status, Collectors.counting()));
    LongSummaryStatistics rows =
        accounts.stream()
            .filter(one -> one.rows > 0)
            .mapToLong(one -> one.rows)
            .summaryStatistics();
    boolean any = rows.getCount() > 0;
    return new Row(
        AugmentTables.STATISTICS.name(),
        Arrays.asList(
            size,
            accounts.size(),
            status.getOrDefault("ok", 0L),
            status.getOrDefault("empty", 0L),
            status.getOrDefault("unavailable", 0L),
            status.getOrDefault("failed", 0L),
            rows.getSum(),
            any ? rows.getMin() : null,
            any ? rows.getAverage() : null,
            any ? rows.getMax() : null));
  }

  private void take(UnitResult result) {
    Combination combination = AugmentWorkload.combination(result.unit());
    Account account = accounts.computeIfAbsent(combination.id(), _ -> new Account(combination));
    switch (result.outcome()) {
      case Outcome.Done(UnitOutput output) -> output.rows().forEach(row -> take(row, account));
      case Outcome.Failed _,
          Outcome.TimedOut _,
          Outcome.OutOfMemory _,
          Outcome.Lost _,
          Outcome.Cancelled _ ->
          account.failure = result.outcome().word() + ": " + result.outcome().message();
    }
  }

  private void take(Row row, Account account) {
    if (row.table().equals(AugmentTables.MADE)) {
      account.rows += (long) row.number(1);
      account.files.add(row.text(2));
    } else if (row.table().equals(AugmentTables.TALLY)) {
      account.tally.merge(row.text(1), (long) row.number(2), Long::sum);
    } else if (row.table().equals(AugmentTables.PROBLEMS.name())) {
      problems.putIfAbsent((long) row.number(0), row);
    } else if (!dedupe || posts.add(row.text(0))) {
      account.rows++;
      rows.add(row);
    } else {
      account.tally.merge("post made before", 1L, Long::sum);
    }
  }
}
