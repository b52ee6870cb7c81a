package io.sheaf.spark;

import java.io.File;
import java.nio.file.Path;
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

  private static final Pattern VERSION = Pattern.compile("(-\\d+)\\..*");

  SparkConf conf(OptionalInt most, String heap) {
    SparkConf conf =
        new SparkConf()
            .setMaster(master.url(most))
            .setIfMissing("spark.app.name", "sheaf")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.executor.memory", heap)
            .setIfMissing("spark.executor.cores", "1")
            .setIfMissing("spark.task.maxFailures", Integer.toString(MANY_FAILURES));
    if (!master.isLocal()) {
      addOwnClasses(conf);
    }
    String options = conf.get("spark.executor.extraJavaOptions", "");
    conf.set("spark.executor.extraJavaOptions", (options + " " + executorOptions()).strip());
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
  private static String executorOptions() {
    return "-XX:+UseSerialGC \"-Duser.dir=%s\"".formatted(Path.of("").toAbsolutePath());
  }

  /// What executors need and do not have. On this machine they find it where it is.
  private void addOwnClasses(SparkConf conf) {
    boolean here = master.isOnLoopback();
    String key = here ? "spark.executor.extraClassPath" : "spark.jars";
    Stream<String> others = Stream.of(conf.get(key, "")).filter(one -> !one.isEmpty());
    conf.set(
        key,
        Stream.concat(ownClassPath(), others)
            .collect(Collectors.joining(here ? File.pathSeparator : ",")));
  }

  /// The class path without what Spark itself brings, in whichever version.
  private static Stream<String> ownClassPath() {
    File[] jars = new File(System.getProperty("sheaf.spark", ""), "jars").listFiles();
    Set<String> brought =
        Stream.of(jars == null ? new File[0] : jars)
            .map(jar -> artefact(jar.getName()))
            .collect(Collectors.toSet());
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !brought.contains(artefact(new File(entry).getName())))
        .map(entry -> Path.of(entry).toAbsolutePath().toString());
  }

  /// The name of a jar with the first number of its version: Jackson 3 is another than Jackson 2.
  private static String artefact(String jar) {
    return VERSION.matcher(jar).replaceFirst("$1");
  }
}
