package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Launching, with the real workload and real worker processes.
class LaunchTest {
  private final Shell shell = new Shell(new BuiltIn());
  @TempDir private Path folder;
  private String data = "";

  @BeforeEach
  void makeCohort() throws Exception {
    Path cohort = folder.resolve("data");
    SyntheticCohort.write(new SyntheticCohort.Options(2, 300, 1, ColumnSet.MINIMAL, false), cohort);
    data = "data_root=" + cohort;
  }

  @Test
  void oneQueueAndStaticShardsGiveWhatOneProcessGives() {
    Path alone = folder.resolve("alone");
    shell.run("run", "smoke", "--set", data, "--out", alone);
    Path queue = folder.resolve("queue");
    Shell.Said said =
        shell.run(
            "launch", "smoke", "--set", data, "--heap", "128m", "--shards", 2, "--out", queue);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err())
        .containsPattern("worker-1 is process \\d+")
        .containsPattern("worker +attempts +done +busy s +CPU s");
    assertThat(said.out()).endsWith("ALL PASSED\n");
    Path shards = folder.resolve("shards");
    Object[] launch = {
      "launch", "smoke", "--set", data, "--heap", "128m", "--static", "--shards", 2, "--out", shards
    };
    said = shell.run(launch);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err())
        .containsPattern("shard 1/2 is process \\d+, log .*s1of2.log")
        .containsPattern("shard +process +exit code +time +log");
    for (String table : new String[] {"per_user_te.csv", "per_user_cte.csv", "manifest.json"}) {
      Path expected = alone.resolve("out").resolve(table);
      assertThat(queue.resolve("out").resolve(table)).hasSameBinaryContentAs(expected);
      assertThat(shards.resolve("merged/out").resolve(table)).hasSameBinaryContentAs(expected);
    }
    assertThat(shell.run(launch).code()).as("the same again").isZero();
  }

  @Test
  void dryRunPrintsTheCommands() {
    Shell.Said said =
        shell.run("launch", "smoke", "--set", data, "--shards", 2, "--static", "--dry-run");
    assertThat(said.out())
        .contains("sheaf run smoke --set " + data)
        .contains("--shard 0/2 --out runs/smoke/s0of2")
        .contains("--shard 1/2 --out runs/smoke/s1of2");
    assertThat(shell.run("launch", "smoke", "--set", data, "--shards", 2, "--dry-run").out())
        .contains("--isolate processes --workers 2")
        .contains("--heap 8g");
  }

  @Test
  void refusesMoreThanTheMachineCarries() {
    Shell.Said said =
        shell.run("launch", "smoke", "--set", data, "--shards", 4000, "--out", folder.resolve("x"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("4000 workers with a heap of 8.0 GiB need")
        .contains("--force to start all the same");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(shell.run("launch", "smoke", "--set", data, "--shards", "many").err())
        .contains("--shards many: expected a number from 1, or auto");
  }

  @Test
  void capacityIsWhatFits() {
    Capacity laptop = new Capacity(8, 16L << 30);
    assertThat(laptop.most(1L << 30)).isEqualTo(8);
    assertThat(laptop.most(4L << 30)).isEqualTo(3);
    assertThat(laptop.most(100L << 30)).isEqualTo(1);
    assertThat(laptop.objections(3, 4L << 30)).isEmpty();
    assertThat(laptop.objections(4, 4L << 30)).singleElement().asString().contains("--shards 3");
    assertThat(laptop.objections(40, 1L << 20)).singleElement().asString().contains("8 cores");
  }
}
