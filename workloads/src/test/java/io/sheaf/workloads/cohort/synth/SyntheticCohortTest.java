package io.sheaf.workloads.cohort.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.workloads.cohort.data.LocalClock;
import io.sheaf.workloads.cohort.data.UserFile;
import io.sheaf.workloads.cohort.data.UserFiles;
import io.sheaf.workloads.cohort.data.UserTable;
import io.sheaf.workloads.cohort.synth.SyntheticCohort.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticCohortTest {
  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final List<String> COLUMNS =
      List.of(
          "raw_acc:magnitude_stats:mean",
          "raw_acc:3d:mean_x",
          "raw_acc:3d:mean_y",
          "raw_acc:3d:mean_z",
          "raw_acc:3d:std_x",
          "raw_acc:3d:std_y",
          "raw_acc:3d:std_z",
          "label:SITTING",
          "label_source");

  @TempDir Path root;

  @Test
  void writesTheSameBytesForASeed() throws IOException {
    Map<String, byte[]> first = write("first", new Options(5, 400, SEED, ColumnSet.FULL, true));
    Map<String, byte[]> again = write("again", new Options(5, 400, SEED, ColumnSet.FULL, true));
    Map<String, byte[]> other = write("other", new Options(5, 400, SEED + 1, ColumnSet.FULL, true));
    assertThat(first).hasSize(6).containsKey("truth.csv");
    assertThat(again.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    assertThat(other.keySet()).isNotEqualTo(first.keySet());
  }

  @Test
  void moreUsersDoNotChangeTheFirstOnes() throws IOException {
    Map<String, byte[]> few = write("few", new Options(2, 200, SEED, ColumnSet.MINIMAL, false));
    Map<String, byte[]> many = write("many", new Options(6, 200, SEED, ColumnSet.MINIMAL, false));
    few.remove("truth.csv");
    few.forEach((name, bytes) -> assertThat(many.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void hasTheLayoutOfTheRealFiles() throws IOException {
    List<String> full = header(new Options(1, 100, SEED, ColumnSet.FULL, false));
    assertThat(full).hasSize(278).doesNotHaveDuplicates().startsWith("timestamp");
    assertThat(full).endsWith("label_source").containsAll(COLUMNS);
    assertThat(full.subList(226, 277)).allMatch(name -> name.startsWith("label:"));
    assertThat(full.subList(1, 226)).noneMatch(name -> name.startsWith("label"));
    List<String> minimal = header(new Options(1, 100, SEED, ColumnSet.MINIMAL, false));
    assertThat(minimal).containsExactlyElementsOf(full.stream().filter(minimal::contains).toList());
    assertThat(minimal)
        .containsExactlyElementsOf(
            Stream.concat(Stream.of("timestamp"), COLUMNS.stream()).toList());
  }

  @Test
  void cyclesThroughTheCouplingsAndWritesTheTruth() throws IOException {
    Path out = root.resolve("out");
    SyntheticCohort.write(new Options(8, 100, SEED, ColumnSet.MINIMAL, true), out);
    List<String[]> lines =
        Files.readAllLines(out.resolve("truth.csv")).stream().map(l -> l.split(",")).toList();
    assertThat(lines.getFirst()).startsWith("user_id", "coupling");
    List<String[]> rows = lines.subList(1, lines.size());
    assertThat(rows.stream().map(row -> row[0]))
        .containsExactlyElementsOf(UserFiles.discover(out).stream().map(UserFile::id).toList())
        .allMatch(
            id ->
                id.matches("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}"));
    assertThat(rows.stream().map(row -> row[1]))
        .containsExactlyInAnyOrder(
            "a_to_s",
            "s_to_a",
            "none",
            "common_driver",
            "a_to_s",
            "s_to_a",
            "none",
            "common_driver");
    assertThat(rows).allMatch(row -> row.length == lines.getFirst().length);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 2_287, 6_300, 20_000})
  void samplesLikeAPhone(int rows) throws IOException {
    Path out = root.resolve("phones");
    SyntheticCohort.write(new Options(4, rows, SEED, ColumnSet.MINIMAL, false), out);
    LocalClock clock = new LocalClock(Schedule.ZONE);
    for (UserFile user : UserFiles.discover(out)) {
      long[] times = UserTable.read(user.path(), COLUMNS).timestamps();
      assertThat(times).as("seed %d", SEED).hasSize(rows);
      assertThat(Arrays.stream(clock.epochDays(times)).distinct().count())
          .as("days, seed %d", SEED)
          .isGreaterThanOrEqualTo(7);
      assertThat(IntStream.of(clock.hours(times)))
          .as("hours, seed %d", SEED)
          .allMatch(hour -> hour >= 7);
      long[] steps =
          IntStream.range(1, rows).mapToLong(i -> times[i] - times[i - 1]).sorted().toArray();
      assertThat(steps[0]).isBetween(59L, 60L);
      assertThat(steps[rows / 2]).isEqualTo(60);
      assertThat(LongStream.of(steps)).noneMatch(step -> step > 61 && step < 90);
    }
  }

  @Test
  void hasTheGapsAndMissingCellsOfARealCohort() throws IOException {
    Path out = root.resolve("gaps");
    int rows = 6_300;
    SyntheticCohort.write(new Options(16, rows, SEED, ColumnSet.MINIMAL, false), out);
    double gaps = 0;
    double inLongRuns = 0;
    double missingSamples = 0;
    double missingLabels = 0;
    List<UserFile> users = UserFiles.discover(out);
    for (UserFile user : users) {
      UserTable table = UserTable.read(user.path(), COLUMNS);
      long[] times = table.timestamps();
      int start = 0;
      for (int i = 1; i <= rows; i++) {
        long step = i < rows ? times[i] - times[i - 1] : Long.MAX_VALUE;
        gaps += step >= 90 && step <= 3_601 ? 1 : 0;
        if (step > 90) {
          inLongRuns += i - start >= 15 ? i - start : 0;
          start = i;
        }
      }
      missingSamples += count(table.column("raw_acc:3d:std_x"), Double.NaN);
      missingLabels += count(table.column("label:SITTING"), Double.NaN);
      assertThat(count(table.column("label_source"), -1))
          .isEqualTo(count(table.column("label:SITTING"), Double.NaN));
    }
    double total = (double) users.size() * rows;
    assertThat(gaps / total).as("gaps, seed %d", SEED).isBetween(0.03, 0.07);
    assertThat(inLongRuns / total).as("long runs, seed %d", SEED).isGreaterThan(0.8);
    assertThat(missingSamples / total).as("samples, seed %d", SEED).isBetween(0.0005, 0.002);
    assertThat(missingLabels / total).as("labels, seed %d", SEED).isBetween(0.02, 0.08);
  }

  @Test
  void refusesADirectoryThatIsNotEmpty() throws IOException {
    Files.createFile(root.resolve("something"));
    assertThatThrownBy(
            () -> SyntheticCohort.write(new Options(1, 100, 1, ColumnSet.MINIMAL, false), root))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(root + ": not empty, expected a new or empty directory");
  }

  @Test
  void refusesSizesOutOfBounds() {
    assertThatThrownBy(() -> new Options(0, 100, 1, ColumnSet.MINIMAL, false))
        .hasMessage("users = 0, expected 1 to 100000");
    assertThatThrownBy(() -> new Options(1, 99, 1, ColumnSet.MINIMAL, false))
        .hasMessage("rows = 99, expected 100 to 100000");
  }

  private static long count(double[] values, double wanted) {
    return Arrays.stream(values).filter(value -> Double.compare(value, wanted) == 0).count();
  }

  private Map<String, byte[]> write(String name, Options options) throws IOException {
    Path out = root.resolve(name);
    SyntheticCohort.write(options, out);
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(out)) {
      for (Path file : entries.toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private List<String> header(Options options) throws IOException {
    Path out = root.resolve(options.columns().name());
    SyntheticCohort.write(options, out);
    try (BufferedReader lines =
        Files.newBufferedReader(UserFiles.discover(out).getFirst().path())) {
      return List.of(lines.readLine().split(","));
    }
  }
}
