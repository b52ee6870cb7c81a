package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a directory of its own, with a Java that only says what it was asked.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path SHEAF = Path.of(System.getProperty("sheaf.root", ".."), "sheaf");

  @TempDir private Path folder;

  private Path home;

  private record Said(int code, List<String> lines) {}

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("a home"));
    Files.copy(SHEAF, home.resolve("sheaf"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(home.resolve("lib"));
    Files.createFile(home.resolve("lib/cli-0.jar"));
    Files.createFile(home.resolve("lib/picocli-0.jar"));
    Path presets = home.resolve("workloads/src/main/resources/io/sheaf/workloads/presets");
    Files.createDirectories(presets);
    Files.writeString(
        presets.resolve("k6.yaml"), "n_users: 6\njvm:\n  xms: 1g\n  xmx: 12g\nx: 1\n");
    jdk("new", "25.0.1");
    jdk("old", "17.0.2");
  }

  private void jdk(String name, String version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
    Files.writeString(
        folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(bin.resolve("java"), "printf '%s\\n' \"CLASSPATH=$CLASSPATH\" \"$@\"");
  }

  private static void script(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Said sheaf(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return run(home.resolve("sheaf"), environment, args);
  }

  private Said run(Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().remove("SHEAF_OPTS");
    builder.environment().put("SHEAF_JAVA_HOME", folder.resolve("new").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text.lines().toList());
  }

  private String heap(String... args) throws IOException, InterruptedException {
    return sheaf(Map.of(), args).lines().stream()
        .filter(line -> line.startsWith("-Xmx"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void passesArgumentsOnAsTheyAre() throws IOException, InterruptedException {
    Said said = sheaf(Map.of("SHEAF_OPTS", "-Da=1 -Db=2"), "run", "k 6", "--set", "x=$HOME *");
    assertThat(said.code()).isZero();
    assertThat(said.lines())
        .endsWith("-Da=1", "-Db=2", "io.sheaf.cli.Sheaf", "run", "k 6", "--set", "x=$HOME *")
        .contains("-Dsheaf.home=" + home)
        .contains("@" + home + "/lib/.classes.optional")
        .doesNotContain("-cp")
        .contains("-Xbootclasspath/a:" + home + "/lib/picocli-0.jar");
  }

  @Test
  void writesTheClassPathIntoAFileAndLeavesTheVariableAlone()
      throws IOException, InterruptedException {
    Said said = sheaf(Map.of("CLASSPATH", "mine"), "watch");
    assertThat(said.lines())
        .contains("CLASSPATH=mine", "-Dsheaf.classes=@" + home + "/lib/.classes");
    Path file = home.resolve("lib/.classes");
    assertThat(file).hasContent("-cp \"" + home + "/lib/cli-0.jar\"");
    Files.writeString(file, "-cp \"of another build\"\n");
    sheaf(Map.of(), "watch");
    assertThat(file).hasContent("-cp \"" + home + "/lib/cli-0.jar\"");
  }

  /// Executors have the same class path, and nothing on the boot class path.
  @Test
  void startsDriversOfSparkFromAnArchiveOfTheirOwn() throws IOException, InterruptedException {
    Path spark = Files.createDirectories(home.resolve("lib-spark"));
    Files.writeString(spark.resolve("java-options"), "");
    Files.writeString(spark.resolve("sheaf.aot"), "an archive");
    assertThat(sheaf(Map.of(), "run", "k6", "--on", "local[*]").lines())
        .contains("-XX:AOTCache=" + spark.resolve("sheaf.aot"), "-Dsheaf.spark=" + spark)
        .noneMatch(line -> line.startsWith("-Xbootclasspath"));
    assertThat(spark.resolve(".classes.optional"))
        .content()
        .matches("(?s).*/lib/picocli-0.jar:.*/lib-spark/jars/\\*.*");
  }

  /// A Java that makes an archive once `go` is there, and then does nothing.
  private void slowRehearsal() throws IOException {
    script(
        folder.resolve("new/bin/java"),
        """
        for option; do
          case $option in
            -XX:AOTCacheOutput=*)
              echo $$ >>'%1$s/rehearsals'
              until [ -e '%1$s/go' ]; do sleep 0.05; done
              echo archive >"${option#*=}" ;;
          esac
        done"""
            .formatted(folder));
  }

  private Process start(Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("sheaf").toString(), "--version");
    builder.environment().put("SHEAF_JAVA_HOME", folder.resolve("new").toString());
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static void await(Path file, String part) throws IOException, InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!Files.exists(file) || !Files.readString(file).contains(part)) {
      assertThat(System.nanoTime()).as(part).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void makesOneArchiveHoweverManyStartAtOnce() throws IOException, InterruptedException {
    slowRehearsal();
    Process first = start(folder.resolve("first"));
    await(folder.resolve("first"), "preparing faster starts");
    Process second = start(folder.resolve("second"));
    await(folder.resolve("second"), "waiting for another build");
    Files.createFile(folder.resolve("go"));
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(Files.readAllLines(folder.resolve("rehearsals"))).hasSize(1);
    assertThat(home.resolve("lib/sheaf.aot")).hasContent("archive");
  }

  @Test
  void leavesNothingOfAnArchiveThatWasInterrupted() throws IOException, InterruptedException {
    slowRehearsal();
    Process launcher = start(folder.resolve("said"));
    await(folder.resolve("rehearsals"), "\n");
    long rehearsal = Long.parseLong(Files.readString(folder.resolve("rehearsals")).strip());
    launcher.destroy();
    assertThat(launcher.waitFor()).isEqualTo(130);
    assertThat(ProcessHandle.of(rehearsal).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(home.resolve("lib").toFile().list((_, name) -> name.startsWith("sheaf.aot")))
        .isEmpty();
  }

  @Test
  void worksThroughALink() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a home", "sheaf"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    assertThat(run(second, Map.of(), "--version").lines()).contains("-Dsheaf.home=" + home);
  }

  @Test
  void findsTheHeap() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("mine.yaml"), "jvm.xmx: \"3g\" # enough\n");
    assertThat(heap("doctor")).isEqualTo("-Xmx256m");
    assertThat(heap("run", "unknown")).isEqualTo("-Xmx850m");
    assertThat(heap("run", "k6")).isEqualTo("-Xmx12g");
    assertThat(heap("--debug", "run", "--workers", "2", "k6")).isEqualTo("-Xmx12g");
    assertThat(heap("config", "k6")).isEqualTo("-Xmx256m");
    assertThat(heap("run", "mine.yaml")).isEqualTo("-Xmx3g");
    assertThat(heap("run", "k6", "--config", "mine.yaml")).isEqualTo("-Xmx3g");
    assertThat(heap("run", "k6", "--set", "jvm.xmx=2g")).isEqualTo("-Xmx2g");
    assertThat(heap("run", "k6", "--set", "jvm.xmx=2g", "--heap", "900m")).isEqualTo("-Xmx900m");
    assertThat(heap("--heap=5g", "run", "k6")).isEqualTo("-Xmx5g");
  }

  @Test
  void leavesACommandAlone() throws IOException, InterruptedException {
    assertThat(heap("run", "command", "--", "java", "--heap", "4gb", ":::", "1"))
        .isEqualTo("-Xmx850m");
    assertThat(heap("run", "-j", "2", "k6", "--", "x")).isEqualTo("-Xmx12g");
    assertThat(sheaf(Map.of(), "run", "command", "--", "x", "--help").lines())
        .doesNotContain("-Xint")
        .endsWith("run", "command", "--", "x", "--help");
    assertThat(sheaf(Map.of(), "run", "--help").lines()).contains("-Xint");
  }

  @Test
  void refusesAHeapThatIsNoSize() throws IOException, InterruptedException {
    for (String heap : List.of("4", "g", "4gb", "0g", "four", "-4g", "4 g")) {
      Said said = sheaf(Map.of(), "run", "k6", "--heap", heap);
      assertThat(said.lines())
          .containsExactly("sheaf: heap size `" + heap + "`: expected a size such as 900m or 4g");
      assertThat(said.code()).isEqualTo(2);
    }
  }

  @Test
  void refusesAJdkThatIsTooOld() throws IOException, InterruptedException {
    Said said = sheaf(Map.of("SHEAF_JAVA_HOME", folder.resolve("old").toString()), "--version");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.lines()).singleElement().asString().contains("is no JDK of version 25");
  }

  @Test
  void prefersJavaHomeToTheUsualFolders() throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("SHEAF_JAVA_HOME", "", "JAVA_HOME", folder.resolve("new").toString());
    assertThat(sheaf(environment, "--version").lines()).endsWith("--version");
  }

  @Test
  void saysThatMavenIsMissing() throws IOException, InterruptedException {
    Files.createFile(home.resolve("pom.xml"));
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool :
        List.of("bash", "env", "dirname", "mkdir", "find", "sed", "head", "cat", "rmdir")) {
      script(tools.resolve(tool), "exec /usr/bin/" + tool + " \"$@\"");
    }
    Said said = sheaf(Map.of("PATH", tools.toString()), "--version");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.lines()).last().asString().contains("is not built, and mvn is missing");
  }

  /// Else `cmd` misses labels.
  @Test
  void endsLinesAsWindowsDoes() throws IOException {
    assertThat(Files.readString(SHEAF.resolveSibling("sheaf.cmd")).replace("\r\n", ""))
        .doesNotContain("\n");
  }
}
