package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SparkSettingsTest {
  private static final String OPTIONS = "spark.executor.extraJavaOptions";
  private static final String CLASSES = "sheaf.classes";

  @AfterEach
  void forget() {
    System.clearProperty(OPTIONS);
    System.clearProperty(CLASSES);
  }

  private static SparkConf conf(String url) {
    return new SparkSettings(new MasterUrl(url)).conf(OptionalInt.empty(), "512m");
  }

  @Test
  void executorsStartWithTheClassPathOfTheLaunchersFile() {
    System.setProperty(CLASSES, "@/a folder/.classes");
    assertThat(conf("spark://127.0.0.1:7077").get(OPTIONS)).startsWith("\"@/a folder/.classes\" ");
    assertThat(conf("spark://192.0.2.1:7077").get(OPTIONS)).startsWith("\"@/a folder/.classes\" ");
  }

  @Test
  void executorsStartWithTheSameClassPathWhereThereIsNoFile() {
    assertThat(conf("spark://127.0.0.1:7077").get(OPTIONS))
        .startsWith("\"-cp\" \"" + System.getProperty("java.class.path") + "\" ");
  }

  @Test
  void leavesTheCollectorToTheUser() {
    assertThat(conf("spark://127.0.0.1:7077").get(OPTIONS)).contains("-XX:+UseSerialGC");
    System.setProperty(OPTIONS, "-Xss2m -XX:+UseParallelGC");
    assertThat(conf("spark://127.0.0.1:7077").get(OPTIONS))
        .endsWith("-Xss2m -XX:+UseParallelGC")
        .doesNotContain("SerialGC");
  }

  @Test
  void refusesAHeapThatIsTooSmallForExecutors() {
    MasterUrl master = new MasterUrl("spark://127.0.0.1:7077");
    assertThatThrownBy(() -> new SparkSettings(master).conf(OptionalInt.empty(), "450m"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("--heap 450m: expected 512m or more for executors of Spark");
    assertThat(new SparkSettings(new MasterUrl("local[1]")).conf(OptionalInt.empty(), "450m"))
        .isNotNull();
  }

  @Test
  void aClusterInThisProcessHasExecutorsInOthers() {
    assertThat(new MasterUrl("local-cluster[1,1,512]").isLocal()).isFalse();
    assertThat(conf("local-cluster[1,1,512]").get(OPTIONS)).startsWith("\"-cp\" ");
  }
}
