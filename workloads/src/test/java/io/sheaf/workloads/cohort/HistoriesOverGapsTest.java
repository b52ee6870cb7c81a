package io.sheaf.workloads.cohort;

import static io.sheaf.workloads.cohort.FinishedCohort.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rows a history holds: gaps in time, missing labels and features, and hours of the day.
///
/// The twin spells every history as text and counts; equal to 1e-12 bits.
class HistoriesOverGapsTest {
  private static final int K = 2;

  @TempDir private Path temporary;
  private final SplittableRandom random = UserText.random(HistoriesOverGapsTest.class);
  private final List<Row> rows = new ArrayList<>();
  private CohortRuns runs;

  /// @param segment rows of different segments never share a history
  private record Row(long time, int level, String label, int segment) {}

  @BeforeEach
  void directory() throws IOException {
    runs = new CohortRuns(temporary);
    long time = UserText.MIDNIGHT;
    int segment = 0;
    for (int i = 0; i < 900; i++) {
      boolean gap = random.nextInt(12) == 0;
      time += gap ? 91 + random.nextInt(9000) : 50 + random.nextInt(41);
      segment += gap ? 1 : 0;
      rows.add(new Row(time, random.nextInt(2), "" + random.nextInt(2), segment));
    }
  }

  @ParameterizedTest
  @CsvSource({"classic, 1", "classic, 2", "sound, 1", "sound, 2"})
  void holdNoRowBeyondAGap(String statistics, int tau) throws IOException {
    int l = statistics.equals("sound") ? 1 : K;
    Map<String, String> row = run(statistics, rows).row("per_user_te", tau);
    assertThat(number(row, "TE_A2S")).isEqualTo(twin(rows, l, tau, true), within(1e-12));
    assertThat(number(row, "TE_A2S")).isNotCloseTo(twin(rows, l, tau, false), within(1e-6));
    assertThat(number(row, "n_samples")).isEqualTo(samples(rows, l, tau, true).size());
  }

  @Test
  void compatReachesOverGaps() throws IOException {
    Map<String, String> row = run("compat", rows).row("per_user_te", 1);
    assertThat(number(row, "TE_A2S")).isEqualTo(twin(rows, K, 1, false), within(1e-12));
    assertThat(row).containsEntry("n_samples", "900").containsEntry("embedded_A2S", "898");
  }

  /// Unknown is "not sitting" in the original and in classic, and no row at all in sound.
  @Test
  void treatsAMissingLabelAsTheProfileSays() throws IOException {
    List<Row> unknown =
        rows.stream().map(row -> random.nextInt(9) == 0 ? label(row, "nan") : row).toList();
    List<Row> zero =
        unknown.stream().map(row -> row.label().equals("nan") ? label(row, "0") : row).toList();
    List<Row> dropped = unknown.stream().filter(row -> !row.label().equals("nan")).toList();
    for (String statistics : List.of("compat", "classic")) {
      assertSameTables(run(statistics, unknown), run(statistics, zero));
    }
    // Without the rows, the next ones are more than 90 s apart.
    assertSameTables(run("sound", unknown), run("sound", dropped));
    assertThat(run("sound", unknown).row("per_user_te", 1).get("n_samples"))
        .isNotEqualTo(run("sound", zero).row("per_user_te", 1).get("n_samples"));
  }

  /// Two days around the end of summer time, 1 November 2015, and the hour that comes twice.
  @Test
  void countsLocalHours() throws IOException {
    UserText text = new UserText().from(1_446_274_800 - 7_200);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 2 * 24 * 60; i++) {
      times.add(1_446_274_800 - 7_200 + 60L * i);
      text.row("" + random.nextInt(5), "" + random.nextInt(2));
    }
    runs.user("a", text.toString());
    assertThat(hours("sound")).isEqualTo(hours(times, ZoneId.of("America/Los_Angeles")));
    assertThat(hours("sound").get(1)).isEqualTo(3 * 60);
    assertThat(hours("classic")).isEqualTo(hours(times, ZoneId.of("UTC")));
    assertThat(hours("classic", "time_zone=Europe/Berlin"))
        .isEqualTo(hours(times, ZoneId.of("Europe/Berlin")));
    assertThat(hours("compat").subList(0, 7)).containsExactly(480, 480, 480, 480, 480, 480, 0);
  }

  private List<Integer> hours(String statistics, String... further) throws IOException {
    var configuration = runs.configuration(further).set("statistics=" + statistics);
    Map<String, String> row =
        runs.run(configuration.set("surrogates=1"), 1).table("hbin_counts").getFirst();
    List<Integer> counts = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      counts.add(Integer.valueOf(row.get("hour_%02d".formatted(hour))));
    }
    return counts;
  }

  private static List<Integer> hours(List<Long> times, ZoneId zone) {
    List<Integer> counts = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      int wanted = hour;
      counts.add(
          (int)
              times.stream()
                  .filter(time -> Instant.ofEpochSecond(time).atZone(zone).getHour() == wanted)
                  .count());
    }
    return counts;
  }

  private static void assertSameTables(FinishedCohort one, FinishedCohort other)
      throws IOException {
    for (String table : List.of("per_user_te", "per_user_cte", "per_user_ste", "per_user_gc")) {
      assertThat(one.table(table)).isEqualTo(other.table(table));
    }
  }

  private static Row label(Row row, String label) {
    return new Row(row.time(), row.level(), label, row.segment());
  }

  private FinishedCohort run(String statistics, List<Row> content) throws IOException {
    UserText text = new UserText();
    content.forEach(row -> text.from(row.time()).row("" + row.level(), row.label()));
    runs.user("a", text.toString());
    return runs.run(
        "statistics=" + statistics,
        "bins.method=width",
        "bins.count=2",
        "k_selection.strategy=fixed",
        "k_selection.k_fixed=" + K);
  }

  private record Sample(String next, String source, String past) {}

  private static List<Sample> samples(List<Row> rows, int l, int tau, boolean segments) {
    List<Sample> samples = new ArrayList<>();
    for (int t = Math.max(K, tau + l - 1); t < rows.size(); t++) {
      int first = Math.min(t - K, t - tau - l + 1);
      if (segments && rows.get(first).segment() != rows.get(t).segment()) {
        continue;
      }
      String source =
          rows.subList(t - tau - l + 1, t - tau + 1).stream()
              .map(row -> "" + row.level())
              .collect(Collectors.joining());
      String past = rows.subList(t - K, t).stream().map(Row::label).collect(Collectors.joining());
      samples.add(new Sample(rows.get(t).label(), source, past));
    }
    return samples;
  }

  /// H(next, past) + H(source, past) - H(next, source, past) - H(past)
  private static double twin(List<Row> rows, int l, int tau, boolean segments) {
    List<Sample> samples = samples(rows, l, tau, segments);
    return entropy(samples, s -> s.next() + "," + s.past())
        + entropy(samples, s -> s.source() + "," + s.past())
        - entropy(samples, s -> s.next() + "," + s.source() + "," + s.past())
        - entropy(samples, Sample::past);
  }

  private static double entropy(List<Sample> samples, Function<Sample, String> state) {
    double n = samples.size();
    return samples.stream()
        .collect(Collectors.groupingBy(state, Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(count -> -count / n * Math.log(count / n) / Math.log(2))
        .sum();
  }
}
