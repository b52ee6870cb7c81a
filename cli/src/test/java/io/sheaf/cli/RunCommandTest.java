package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  @Test
  void endsWithALineOfJson() {
    Path out = folder.resolve("run");
    Shell.Said said = shell.run("run", "small", "--out", out);
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .isEqualTo(
            "{\"status\":\"completed\",\"OUT_DIR\":\"%s\",\"config\":null,\"preset\":\"small\",\"units\":3,\"done\":3,\"failed\":0,\"users\":3,\"next_step\":\"sheaf validate %s\"}%n"
                .formatted(out, out));
    assertThat(out.resolve("out/numbers.csv"))
        .hasContent("user,number,total\nu0,0,3\nu1,1,3\nu2,2,3");
  }

  @Test
  void makesADirectoryOfItsOwnForEveryStart() throws IOException {
    Path runs = folder.resolve("runs");
    shell.run("run", "small", "--runs", runs, "--shard", "0/2");
    shell.run("run", "small", "--runs", runs, "--shard", "0/2");
    assertThat(list(runs)).hasSize(2).allMatch(name -> name.matches("small-.*-s0of2"));
  }

  @Test
  void leavesNoDirectoryBehindWhereNothingCouldBegin() throws IOException {
    Path runs = folder.resolve("runs");
    Shell.Said said = shell.run("run", "small", "--runs", runs, "--set", "factor=many");
    assertThat(said.code()).isEqualTo(2);
    assertThat(runs).doesNotExist();
  }

  @Test
  void takesNoAddressForAPath() {
    Shell.Said said = shell.run("run", "small", "--out", "s3a://bucket/run");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("--out")
        .contains("s3a://bucket/run is an address, expected a path; mount the store");
    assertThat(Path.of("s3a:")).doesNotExist();
  }

  @Test
  void saysThatExecutorsShareNoCache() {
    String on = "spark://127.0.0.1:1";
    Shell.Said said = shell.run("run", "small", "--on", on, "--cache", folder.resolve("cache"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--on and --cache: expected one of them");
  }

  @Test
  void saysWhatAClusterIsNamedBy() {
    Shell.Said said = shell.run("run", "small", "--on", " ");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--on: expected local[*], spark://HOST:PORT");
  }

  @Test
  void saysThatUnitsFailed() {
    Shell.Said said = shell.run("run", "small", "--out", folder, "--set", "failing=1");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("sheaf: failed: user=1: too little data")
        .containsPattern("ended with failures after \\d+ s: 2 of 3 units done, 1 failed");
    assertThat(said.out()).contains("\"status\":\"failed\"").contains("\"failed\":1");
  }

  @Test
  void dryRunWritesNothing() throws IOException {
    Shell.Said said =
        shell.run("run", "large", "--dry-run", "--runs", folder, "--shard", "1/4", "--workers", 3);
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("15 units in 15 groups (shard 1/4 of 60 units), 3 workers")
        .contains("  user=1\n  user=5\n")
        .contains("... and 5 more")
        .contains("estimated time: no time at all");
    assertThat(list(folder)).isEmpty();
    assertThat(shell.run("run", "small", "--dry-run", "--json").out())
        .contains("\"units\":[\"user=0\",\"user=1\",\"user=2\"]");
  }

  @Test
  void laterSourcesWin() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "preset: small\nfactor: 2\n");
    shell.environment.put("SHEAF_N_USERS", "2");
    Path out = folder.resolve("run");
    Shell.Said said = shell.run("run", file, "--out", out, "--set", "factor=5");
    assertThat(said.out()).contains("\"config\":\"" + file + "\",\"preset\":\"small\"");
    assertThat(out.resolve("out/numbers.csv")).hasContent("user,number,total\nu0,0,5\nu1,5,5");
  }

  @Test
  void readsAFileOnTopOfAPreset() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "workload: counting\nfactor: 2\n");
    Path out = folder.resolve("run");
    shell.run("run", "small", "--config", file, "--n-users", 2, "--seed", 7, "--out", out);
    assertThat(out.resolve("out/numbers.csv")).hasContent("user,number,total\nu0,0,2\nu1,2,2");
    assertThat(out.resolve("run.yaml")).content().contains("seed: 7").contains("--seed");
  }

  @Test
  void namesAFileThatIsNotText() throws IOException {
    Path file = Files.write(folder.resolve("mine.yaml"), new byte[] {0, (byte) 0xff});
    Shell.Said said = shell.run("run", file, "--out", folder.resolve("run"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains(file + ": not a text file, expected YAML in UTF-8");
  }

  @Test
  void tellsOfKeysWithoutEffect() {
    Shell.Said said = shell.run("run", "small", "--out", folder, "--set", "heartbeat=60");
    assertThat(said.err()).contains("`heartbeat` has no effect: progress is always shown");
  }

  @Test
  void resumesWithTheRecordedConfiguration() {
    Path out = folder.resolve("run");
    shell.run("run", "small", "--out", out, "--set", "factor=3", "--set", "failing=1");
    Shell.Said again = shell.run("run", "--resume", out, "--set", "gate=" + folder);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("runs again: user=1");
    assertThat(again.out()).contains("\"preset\":\"small\"").contains("\"done\":2");
  }

  @Test
  void namesEveryDifferenceWhenItRefusesToResume() {
    Path out = folder.resolve("run");
    shell.run("run", "small", "--out", out);
    Shell.Said said =
        shell.run("run", "large", "--resume", out, "--set", "factor=4", "--set", "gate=x");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("another configuration: factor: 1 -> 4; n_users: 3 -> 60;")
        .doesNotContain("gate");
    assertThat(shell.run("run", "--resume", out, "--seed", 1).err()).contains("seed: 42 -> 1");
    assertThat(shell.run("run", "--resume", out, "--shard", "0/2").code()).isEqualTo(2);
  }

  @Test
  void startsAfreshWhereThereIsNothingToResume() throws IOException {
    Path out = folder.resolve("run");
    Shell.Said said = shell.run("run", "small", "--resume", out);
    assertThat(said.code()).isZero();
    assertThat(said.err()).contains(out + " does not exist; starting there from the beginning");
    Path killed = Files.createDirectory(folder.resolve("killed"));
    Files.createFile(killed.resolve("run.lock"));
    Files.createFile(killed.resolve("run.yaml"));
    said = shell.run("run", "small", "--resume", killed);
    assertThat(said.code()).isZero();
    assertThat(said.err()).contains("holds no journal yet; starting there");
    assertThat(shell.run("run", "--resume", folder.resolve("no")).err()).contains("name a preset");
  }

  @Test
  void leavesForeignDirectoriesAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.tex"), "dear");
    assertThat(shell.run("run", "small", "--out", folder).code()).isEqualTo(2);
    assertThat(shell.run("run", "small", "--resume", folder).code()).isEqualTo(2);
    assertThat(list(folder)).containsExactly("thesis.tex");
  }

  @Test
  void refusesADirectoryThatIsInUse() throws IOException {
    Path lock = folder.resolve("run.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      Shell.Said said = shell.run("run", "small", "--out", folder);
      assertThat(said.code()).isEqualTo(5);
      assertThat(said.err()).contains("is in use by");
    }
  }

  @Test
  void showsProgressAsAsked() {
    assertThat(shell.run("run", "small", "--out", folder.resolve("a"), "--progress", "json").err())
        .contains("{\"event\":\"progress\",\"done\":3,\"failed\":0,\"total\":3");
    assertThat(shell.run("run", "small", "--out", folder.resolve("b"), "--progress", "off").err())
        .doesNotContain("units/s");
    assertThat(shell.run("run", "small", "--out", folder.resolve("c")).err())
        .contains("sheaf: 3/3 units (100.0 %), ");
    assertThat(new Shell().onTerminal(120).run("run", "small", "--out", folder.resolve("d")).err())
        .contains("[########################################] 3/3 units (100.0 %), ");
  }

  private static List<String> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
