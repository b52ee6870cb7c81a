package io.sheaf.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Completeness is proved before anything is written.
class MergeTest {
  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void runShards() throws Exception {
    sample = new Sample(temporary, 6);
    for (int i = 0; i < 3; i++) {
      sample.start("s" + i, Sample.options(new Shard(i, 3), 2));
    }
  }

  private List<RunSnapshot> snapshots(String... names) throws Exception {
    List<RunSnapshot> snapshots = new ArrayList<>();
    for (String name : names) {
      snapshots.add(sample.snapshot(name));
    }
    return snapshots;
  }

  private Merge.Merged merge(String... names) throws Exception {
    return Merge.write(snapshots(names), RunDirectory.fresh(sample.path("merged")));
  }

  private void assertRefused(List<String> names, String... parts) throws Exception {
    assertThatThrownBy(() -> merge(names.toArray(String[]::new)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll(parts);
    assertThat(sample.path("merged")).isEmptyDirectory();
  }

  @Test
  void bindsAllShards() throws Exception {
    assertThat(merge("s0", "s1", "s2")).isEqualTo(new Merge.Merged(12, 0, List.of()));
    assertThat(sample.status("merged")).contains("\"status\":\"completed\"", "\"done\":12");
    sample.resume("merged");
    assertThat(sample.traced()).as("nothing runs again").hasSize(12);
  }

  @Test
  void refusesShardsThatMadeOneFile() throws Exception {
    sample.file(1, "common-file");
    sample.file(2, "common-file");
    for (int i = 0; i < 3; i++) {
      sample.start("t" + i, Sample.options(new Shard(i, 3), 2));
    }
    assertRefused(
        List.of("t0", "t1", "t2"), "files/common.txt was made by user=u001", "and by user=u002");
  }

  @Test
  void refusesAMissingShard() throws Exception {
    assertRefused(
        List.of("s0", "s2"),
        "4 of 12 units are missing: user=u001/mode=fine, user=u001/mode=coarse");
    assertThatThrownBy(() -> merge()).isInstanceOf(RefusedException.class);
  }

  @Test
  void refusesMixedConfigurationsKeyByKey() throws Exception {
    sample.start("other", Sample.options(new Shard(2, 3), 2), "rows=4", "scale=2");
    assertRefused(
        List.of("s0", "s1", "other"),
        "other: another configuration",
        "rows: 3 -> 4",
        "scale: 1.0 -> 2.0");
  }

  @Test
  void refusesMixedPlans() throws Exception {
    sample.file(5, "fine and another");
    sample.start("other", Sample.options(new Shard(2, 3), 2));
    assertRefused(List.of("s0", "s1", "other"), "other: another plan");
  }

  @Test
  void notesIdenticalDuplicates() throws Exception {
    sample.start("whole");
    Merge.Merged merged = merge("s0", "s1", "s2", "whole", "s0");
    assertThat(merged.units()).isEqualTo(12);
    assertThat(merged.notices()).hasSize(16).allMatch(line -> line.contains("identical results"));
    assertThat(sample.out("merged")).isEqualTo(sample.out("whole"));
  }

  @Test
  void refusesDifferentDuplicates() throws Exception {
    List<RunSnapshot> shards = snapshots("s0", "s1", "s2");
    RunSnapshot first = shards.getFirst();
    var result = first.results().getFirst();
    var forged =
        new io.sheaf.engine.journal.StoredResult(
            result.unit(), result.epoch(), "failed", "something else");
    shards.add(
        new RunSnapshot(
            first.directory(),
            first.record(),
            first.definition(),
            first.plan(),
            first.shard(),
            List.of(forged)));
    RunDirectory target = RunDirectory.fresh(sample.path("merged"));
    assertThatThrownBy(() -> Merge.write(shards, target))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("user=u000/mode=fine is there twice, with different results");
    assertThat(target.path()).isEmptyDirectory();
  }

  @Test
  void keepsFailuresAndCountsThem() throws Exception {
    sample.file(1, "fail");
    for (int i = 0; i < 3; i++) {
      sample.start("f" + i, Sample.options(new Shard(i, 3), 1));
    }
    assertThat(merge("f0", "f1", "f2").failed()).isEqualTo(2);
    assertThat(sample.status("merged")).contains("\"status\":\"failed\"");
  }

  @Test
  void doesNotWriteOverARun() throws Exception {
    RunDirectory taken = new RunDirectory(sample.path("s0"));
    List<RunSnapshot> shards = snapshots("s0", "s1", "s2");
    assertThatThrownBy(() -> Merge.write(shards, taken)).isInstanceOf(ConfigurationException.class);
    assertThat(sample.snapshot("s0").shard()).isEqualTo(new Shard(0, 3));
  }

  @Test
  void leavesShardsPartial() throws Exception {
    assertThat(sample.out("s1").get("manifest.json"))
        .contains("\"partial\" : true", "\"shard\" : \"1/3\"");
    assertThat(Files.readAllLines(sample.path("s1").resolve("out/sample_values.csv")).get(1))
        .endsWith(",");
    merge("s0", "s1", "s2");
    assertThat(sample.out("merged").get("manifest.json")).contains("\"partial\" : false");
  }
}
