package io.sheaf.spark;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.ClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
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

  /// Spark refuses executors of less than 450 MiB, of which Java counts a part only.
  private static final int LEAST_MIB = 512;

  /// @throws ConfigurationException if there is too little memory for an executor
  SparkConf conf(OptionalInt most, String heap) {
    SparkConf conf =
        new SparkConf()
            .setMaster(master.url(most))
            .setIfMissing("spark.app.name", "sheaf")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.executor.memory", heap)
            .setIfMissing("spark.executor.cores", "1")
            .setIfMissing("spark.task.maxFailures", Integer.toString(MANY_FAILURES));
    if (!master.isLocal() && conf.getSizeAsMb("spark.executor.memory") < LEAST_MIB) {
      throw new ConfigurationException(
          "--heap %s: expected %dm or more for executors of Spark"
              .formatted(conf.get("spark.executor.memory"), LEAST_MIB));
    }
    String options = conf.get("spark.executor.extraJavaOptions", "");
    conf.set("spark.executor.extraJavaOptions", executorOptions(options));
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
  /// It starts with the class path of this process, which has Spark's jars too, as an archive
  /// insists on it; Spark would write what it sends to the directory of relative paths, which all
  /// share.
  private String executorOptions(String others) {
    List<String> options = new ArrayList<>();
    if (!master.isLocal()) {
      ClassPath.options().forEach(option -> options.add(quoted(option)));
    }
    options.add(quoted("-Duser.dir=" + Path.of("").toAbsolutePath()));
    if (!COLLECTOR.matcher(others).find()) {
      options.add("-XX:+UseSerialGC");
    }
    if (master.isOnLoopback() && ARCHIVE.toFile().length() > 0) {
      options.add(quoted("-XX:AOTCache=" + ARCHIVE) + " -Xlog:aot*=off -Xlog:cds*=off");
    }
    options.add(others);
    return String.join(" ", options).strip();
  }

  private static String quoted(String option) {
    return '"' + option + '"';
  }
}
