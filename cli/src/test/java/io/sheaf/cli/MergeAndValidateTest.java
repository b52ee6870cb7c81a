package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeAndValidateTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void mergedShardsAreWhatOneRunWouldBe() throws IOException {
    shards();
    Path merged = folder.resolve("merged");
    Shell.Said said = shell.run("merge", "--shards", shard(0), shard(1), "--output", merged);
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .isEqualTo("merged 2 shards into %s: 3 units, 0 failed%n".formatted(merged));
    assertThat(said.err())
        .contains("shard 0/2, 2 units")
        .contains("next: sheaf validate " + merged);
    shell.run("run", "small", "--out", folder.resolve("whole"));
    assertThat(merged.resolve("out/numbers.csv"))
        .hasSameBinaryContentAs(folder.resolve("whole/out/numbers.csv"));
    assertThat(shell.run("validate", merged, "--dir", folder.resolve("whole")).out())
        .contains("✓ PASS run\n✓ PASS numbers.csv\n✓ PASS manifest.json\n")
        .endsWith("ALL PASSED\n");
  }

  @Test
  void deletesShardsOnlyIfEverythingIsMerged() {
    shards();
    Path merged = folder.resolve("merged");
    shell.run("merge", "--shards", shard(0), "--output", merged, "--delete-shards");
    assertThat(shard(0)).isDirectory();
    Path inside = shard(0).resolve("merged");
    Shell.Said refused =
        shell.run("merge", "--shards", shard(0), shard(1), "--output", inside, "--delete-shards");
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shard(0)).isDirectory();
    Object[] twice = {
      "merge", "--shards", shard(0), shard(1), shard(0), "--output", merged, "--delete-shards"
    };
    Shell.Said said = shell.run(twice);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).contains("deleted " + shard(0), "deleted " + shard(1));
    assertThat(shard(0)).doesNotExist();
    assertThat(shard(1)).doesNotExist();
    assertThat(shell.run("validate", merged).code()).isZero();
  }

  @Test
  void reportsAsJson() {
    shards();
    Path merged = folder.resolve("merged");
    assertThat(
            shell.run("merge", "--json", "--shards", shard(0), shard(1), "--output", merged).out())
        .startsWith(
            "{\"status\":\"merged\",\"OUT_DIR\":\"" + merged + "\",\"shards\":2,\"units\":3");
    assertThat(shell.run("validate", "--json", merged).out())
        .startsWith("{\"passed\":true,\"problems\":{\"" + merged + "\":{\"run\":[],");
  }

  @Test
  void refusesAnIncompleteSetOfShards() {
    shards();
    Path merged = folder.resolve("merged");
    Shell.Said said = shell.run("merge", "--shards", shard(0), "--output", merged);
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.err()).contains("sheaf: 1 of 3 units are missing: user=1; run or resume");
    assertThat(merged).doesNotExist();
  }

  @Test
  void tellsThatUnitsHadFailed() {
    shell.run("run", "small", "--shard", "0/1", "--out", shard(0), "--set", "failing=2");
    Path merged = folder.resolve("merged");
    assertThat(shell.run("merge", "--shards", shard(0), "--output", merged).code()).isEqualTo(1);
  }

  @Test
  void findsWhatWasAltered() throws IOException {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run);
    Files.writeString(run.resolve("out/numbers.csv"), "user,number,total\n");
    Shell.Said said = shell.run("validate", run);
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.out())
        .contains("✗ FAIL numbers.csv\n    - differs from its digest in manifest.json\n")
        .endsWith("FAILED\n");
  }

  private void shards() {
    shell.run("run", "small", "--shard", "0/2", "--out", shard(0));
    shell.run("run", "small", "--shard", "1/2", "--out", shard(1));
  }

  private Path shard(int index) {
    return folder.resolve("shard" + index);
  }
}
