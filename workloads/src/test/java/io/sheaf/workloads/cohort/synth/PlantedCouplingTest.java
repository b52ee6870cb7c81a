package io.sheaf.workloads.cohort.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.workloads.cohort.data.FeatureSet;
import io.sheaf.workloads.cohort.data.LocalClock;
import io.sheaf.workloads.cohort.data.UsableRuns;
import io.sheaf.workloads.cohort.data.UserFile;
import io.sheaf.workloads.cohort.data.UserFiles;
import io.sheaf.workloads.cohort.data.UserTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is planted is found, and what is not is not, in users as small as the smallest real ones.
///
/// Given sitting a minute before, or also given the clock, sitting is Markov, so that the test into
/// sitting is exact. Binned activity is not Markov, so the test into activity gets two minutes of
/// its past.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedCouplingTest {
  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final int USERS_OF_EACH_KIND = 40;
  private static final int ROWS = 2_287;

  /// So that p = 0.005 where none reaches the value.
  private static final int PERMUTATIONS = 199;

  private static final FeatureSet FEATURES =
      FeatureSet.parse(
          Map.of(
              "sma",
              "(abs([raw_acc:3d:mean_x]) + abs([raw_acc:3d:mean_y])"
                  + " + abs([raw_acc:3d:mean_z])) / 3",
              "variance",
              "sqrt(pow([raw_acc:3d:std_x], 2) + pow([raw_acc:3d:std_y], 2)"
                  + " + pow([raw_acc:3d:std_z], 2))",
              "magnitude",
              "[raw_acc:magnitude_stats:mean]",
              "composite",
              "0.6 * sma + 0.4 * variance"));
  private static final List<String> COLUMNS = columns();

  /// Findings at p < 0.01 by kind of coupling: into sitting, into activity, into sitting given the
  /// hour too.
  private final Map<Coupling, List<boolean[]>> findings = new EnumMap<>(Coupling.class);

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(FEATURES.columns("composite"));
    columns.addAll(FEATURES.columns("magnitude"));
    columns.add("label:SITTING");
    return columns;
  }

  @BeforeAll
  void test(@TempDir Path cohort) throws IOException {
    int users = 4 * USERS_OF_EACH_KIND;
    Path out = cohort.resolve("out");
    SyntheticCohort.write(
        new SyntheticCohort.Options(users, ROWS, SEED, ColumnSet.MINIMAL, false), out);
    Map<String, Coupling> truth = truth(out.resolve("truth.csv"));
    for (UserFile user : UserFiles.discover(out)) {
      UserTable table = UserTable.read(user.path(), COLUMNS);
      findings
          .computeIfAbsent(truth.get(user.id()), _ -> new ArrayList<>())
          .add(findings(table, new SplittableRandom(SEED)));
    }
  }

  @Test
  void findsActivityThatDrivesSitting() {
    assertThat(found(Coupling.A_TO_S, 0)).as("seed %d", SEED).isGreaterThanOrEqualTo(38);
    assertThat(found(Coupling.A_TO_S, 1)).as("seed %d", SEED).isLessThanOrEqualTo(4);
  }

  @Test
  void findsSittingThatDrivesActivity() {
    assertThat(found(Coupling.S_TO_A, 1)).as("seed %d", SEED).isGreaterThanOrEqualTo(38);
    assertThat(found(Coupling.S_TO_A, 0)).as("seed %d", SEED).isLessThanOrEqualTo(4);
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(found(Coupling.NONE, 0)).as("seed %d", SEED).isLessThanOrEqualTo(4);
    assertThat(found(Coupling.NONE, 1)).as("seed %d", SEED).isLessThanOrEqualTo(4);
  }

  @Test
  void findsNothingBehindACommonDriverGivenTheClock() {
    assertThat(found(Coupling.COMMON_DRIVER, 2)).as("seed %d", SEED).isLessThanOrEqualTo(4);
  }

  /// Of 40 tests at p = 0.005, more than 4 are positive by chance with probability 2e-6.
  private long found(Coupling coupling, int test) {
    return findings.getOrDefault(coupling, List.of()).stream().filter(found -> found[test]).count();
  }

  private static boolean[] findings(UserTable table, SplittableRandom random) {
    double[] activity = FEATURES.evaluate("composite", table);
    double[] sitting = table.column("label:SITTING");
    boolean[] missing = new boolean[table.rows()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = Double.isNaN(activity[i]) || Double.isNaN(sitting[i]);
    }
    int[] bins = fifths(activity);
    int[] hours = new LocalClock(Schedule.ZONE).hours(table.timestamps());
    UsableRuns segments = UsableRuns.of(table.timestamps(), missing, 90);
    List<int[]> rows = new ArrayList<>();
    for (int s = 0; s < segments.count(); s++) {
      for (int i = segments.starts()[s] + 2; i < segments.ends()[s]; i++) {
        int before = (int) sitting[i - 1];
        rows.add(
            new int[] {
              (int) sitting[i],
              bins[i - 1],
              before,
              bins[i],
              before,
              bins[i - 1] * 5 + bins[i - 2],
              before * 24 + hours[i]
            });
      }
    }
    return new boolean[] {
      information(rows, 0, 1, 2).isBeyond(PERMUTATIONS, random),
      information(rows, 3, 4, 5).isBeyond(PERMUTATIONS, random),
      information(rows, 0, 1, 6).isBeyond(PERMUTATIONS, random)
    };
  }

  private static ConditionalInformation information(
      List<int[]> rows, int target, int source, int context) {
    return new ConditionalInformation(
        column(rows, target), column(rows, source), column(rows, context));
  }

  private static int[] column(List<int[]> rows, int column) {
    return rows.stream().mapToInt(row -> row[column]).toArray();
  }

  private static int[] fifths(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return Arrays.stream(values)
        .mapToInt(
            value -> {
              int bin = 0;
              while (bin < 4 && value >= sorted[(bin + 1) * sorted.length / 5]) {
                bin++;
              }
              return bin;
            })
        .toArray();
  }

  private static Map<String, Coupling> truth(Path file) throws IOException {
    Map<String, Coupling> truth = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", 3);
      if (!cells[0].equals("user_id")) {
        truth.put(cells[0], Coupling.valueOf(cells[1].toUpperCase(Locale.ROOT)));
      }
    }
    return truth;
  }
}
