package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The whole command in processes of its own, as the launcher starts it: with Spark's jars in a
/// folder of their own, and Sheaf's classes beside them.
record Commands(Path folder, Path classes) {
  private static final int MOST_SECONDS = 120;
  private static final String LOOPBACK = "127.0.0.1";

  /// A command that runs.
  record Running(Process process, Path log) {
    /// Waits until it has said something.
    void await(String part) throws IOException, InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
      while (!Files.readString(log).contains(part)) {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        assertThat(System.nanoTime()).as("waiting for: " + part).isLessThan(end);
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }

    /// Waits for its end.
    String said(int code) throws IOException, InterruptedException {
      assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      String said = Files.readString(log);
      assertThat(process.exitValue()).as(said).isEqualTo(code);
      return said;
    }
  }

  /// Makes the folder of Spark's jars.
  static Commands in(Path folder) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("lib-spark").resolve("jars"));
    String root = source("").toRealPath().toString();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar") && !entry.startsWith(root)) {
        Files.createSymbolicLink(jars.resolve(Path.of(entry).getFileName()), Path.of(entry));
      }
    }
    return with(folder, System.getProperty("java.class.path"));
  }

  /// The same with the Spark of another version.
  Commands ofOtherSpark() throws IOException {
    Path jars = Path.of(System.getProperty("sheaf.other-spark"), "*");
    return with(folder, jars + File.pathSeparator + System.getProperty("java.class.path"));
  }

  /// A file of the sources.
  static Path source(String name) {
    return Path.of(System.getProperty("sheaf.root", ".."), name);
  }

  private static Commands with(Path folder, String classPath) throws IOException {
    Path classes = Files.createTempFile(folder, "classes", "");
    return new Commands(folder, Files.writeString(classes, "-cp \"%s\"".formatted(classPath)));
  }

  Running start(String... args) throws IOException {
    return start(List.of(), args);
  }

  /// Starts it as the last words of another command.
  Running start(List<String> starter, String... args) throws IOException {
    List<String> command = new ArrayList<>(starter);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JavaOptions.ofThisJava());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.add("-Dsheaf.spark=" + folder.resolve("lib-spark"));
    command.addAll(List.of("@" + classes, "-Dsheaf.classes=@" + classes));
    command.add("io.sheaf.cli.Sheaf");
    command.addAll(List.of(args));
    Path log = Files.createTempFile(folder, "command", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("SPARK_SCALA_VERSION", "2.13", "SPARK_LOCAL_IP", LOOPBACK));
    return new Running(builder.redirectOutput(log.toFile()).start(), log);
  }

  /// Runs a command to its end.
  String run(String... args) throws IOException, InterruptedException {
    return start(args).said(0);
  }

  /// Kills the first process of this user whose command line holds all of these.
  static void kill(Stream<ProcessHandle> processes, String... parts) {
    ProcessHandle found =
        processes
            .filter(one -> Stream.of(parts).allMatch(commandLine(one)::contains))
            .findFirst()
            .orElseThrow();
    assertThat(found.destroyForcibly()).isTrue();
  }

  /// Sends a signal to a process.
  static void signal(String name, String pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  /// As the system has it: Java leaves out what is long.
  static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException _) {
      return "";
    }
  }

  /// Contents of all files of a directory, by name.
  static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
