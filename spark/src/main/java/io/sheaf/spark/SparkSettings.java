package io.sheaf.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/// How Sheaf wants Spark to be, where the user has not said otherwise.
record SparkSettings(MasterUrl master) {
  private static final String LOOPBACK = "127.0.0.1";

  /// Units have their own number of retries; Spark only has to keep workers there.
  private static final int MANY_FAILURES = 1_000_000;

  private static final Path LIBRARY = Path.of(System.getProperty("sheaf.spark", ""));

  /// Made by the launcher, of this class path and this Java.
  private static final Path ARCHIVE = LIBRARY.resolve("sheaf.aot");

  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC\\b");
  private static final Pattern VERSION = Pattern.compile("(-\\d+)\\..*");

  /// @throws IOException if the class path of executors cannot be written
  SparkConf conf(OptionalInt most, String heap) throws IOException {
    SparkConf conf =
        new SparkConf()
            .setMaster(master.url(most))
            .setIfMissing("spark.app.name", "sheaf")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.executor.memory", heap)
            .setIfMissing("spark.executor.cores", "1")
            .setIfMissing("spark.task.maxFailures", Integer.toString(MANY_FAILURES));
    String options = conf.get("spark.executor.extraJavaOptions", "");
    conf.set("spark.executor.extraJavaOptions", executorOptions(options));
    if (!master.isLocal()) {
      addOwnClasses(conf);
    }
    if (most.isPresent()) {
      conf.setIfMissing("spark.cores.max", Integer.toString(most.getAsInt()));
      conf.setIfMissing("spark.executor.instances", Integer.toString(most.getAsInt()));
    }
    if (master.isOnLoopback()) {
      conf.setIfMissing("spark.driver.host", LOOPBACK);
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
    }
    return conf;
  }

  /// Relative paths mean the same everywhere. An executor of one core needs no parallel collector.
  private String executorOptions(String others) {
    List<String> options = new ArrayList<>();
    options.add("\"-Duser.dir=%s\"".formatted(Path.of("").toAbsolutePath()));
    if (!COLLECTOR.matcher(others).find()) {
      options.add("-XX:+UseSerialGC");
    }
    if (master.isOnLoopback() && ARCHIVE.toFile().length() > 0) {
      options.add("\"-XX:AOTCache=%s\" -Xlog:aot*=off -Xlog:cds*=off".formatted(ARCHIVE));
    }
    options.add(others);
    return String.join(" ", options).strip();
  }

  /// What executors need and do not have. On this machine they start with the class path of this
  /// process, which has Spark's jars too: their archive insists on it. It stands in a file, behind
  /// the one that Spark gives them, as ONNX Runtime cannot run under a long command line.
  private void addOwnClasses(SparkConf conf) throws IOException {
    if (!master.isOnLoopback()) {
      conf.set("spark.jars", joined(ownClassPath(), conf.get("spark.jars", ""), ","));
      return;
    }
    String others = conf.get("spark.executor.extraClassPath", "");
    Path file = classPathFile(joined(classPath(), others, File.pathSeparator));
    String options = conf.get("spark.executor.extraJavaOptions");
    conf.set("spark.executor.extraJavaOptions", "\"@%s\" %s".formatted(file, options));
  }

  private static String joined(Stream<String> own, String others, String separator) {
    Stream<String> further = Stream.of(others).filter(one -> !one.isEmpty());
    return Stream.concat(own, further).collect(Collectors.joining(separator));
  }

  /// For `java @FILE`, until this process ends.
  private static Path classPathFile(String classPath) throws IOException {
    Path file = Files.createTempFile("sheaf-class-path-", ".txt");
    file.toFile().deleteOnExit();
    String escaped = classPath.replace("\\", "\\\\").replace("\"", "\\\"");
    return Files.writeString(file, "-cp \"%s\"\n".formatted(escaped));
  }

  private static Stream<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString());
  }

  /// The class path without what Spark itself brings, in whichever version.
  private static Stream<String> ownClassPath() {
    File[] jars = LIBRARY.resolve("jars").toFile().listFiles();
    Set<String> brought =
        Stream.of(jars == null ? new File[0] : jars)
            .map(jar -> artefact(jar.getName()))
            .collect(Collectors.toSet());
    return classPath().filter(entry -> !brought.contains(artefact(new File(entry).getName())));
  }

  /// The name of a jar with the first number of its version: Jackson 3 is another than Jackson 2.
  private static String artefact(String jar) {
    return VERSION.matcher(jar).replaceFirst("$1");
  }
}
