package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
  private static final String OPTIONS = "spark.executor.extraJavaOptions";

  @AfterEach
  void forget() {
    System.clearProperty(OPTIONS);
  }

  private static SparkConf conf(String url) throws IOException {
    return new SparkSettings(new MasterUrl(url)).conf(OptionalInt.empty(), "512m");
  }

  /// An archive is of no use to another class path, and ONNX Runtime none to a long command line.
  @Test
  void executorsOnThisMachineStartWithItsClassPathInAFile() throws IOException {
    SparkConf conf = conf("spark://127.0.0.1:7077");
    String[] options = conf.get(OPTIONS).split("\"", -1);
    assertThat(options[1]).startsWith("@");
    assertThat(Files.readString(Path.of(options[1].substring(1))))
        .isEqualTo(
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator, "-cp \"", "\"\n")));
    assertThat(conf.get(OPTIONS)).hasSizeLessThan(1000);
    assertThat(conf.contains("spark.jars")).isFalse();
  }

  @Test
  void executorsElsewhereAreSentIt() throws IOException {
    SparkConf conf = conf("spark://192.0.2.1:7077");
    assertThat(conf.get(OPTIONS)).doesNotContain("@");
    assertThat(conf.get("spark.jars").split(",", -1)).anyMatch(jar -> jar.contains("sqlite-jdbc"));
  }

  @Test
  void leavesTheCollectorToTheUser() throws IOException {
    assertThat(conf("spark://127.0.0.1:7077").get(OPTIONS)).contains("-XX:+UseSerialGC");
    System.setProperty(OPTIONS, "-Xss2m -XX:+UseParallelGC");
    assertThat(conf("spark://127.0.0.1:7077").get(OPTIONS))
        .endsWith("-Xss2m -XX:+UseParallelGC")
        .doesNotContain("SerialGC");
  }

  @Test
  void aClusterInThisProcessHasExecutorsInOthers() throws IOException {
    assertThat(new MasterUrl("local-cluster[1,1,512]").isLocal()).isFalse();
    assertThat(conf("local-cluster[1,1,512]").get(OPTIONS)).startsWith("\"@");
  }
}
