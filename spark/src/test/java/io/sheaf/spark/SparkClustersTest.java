package io.sheaf.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Cluster;
import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.execute.Invitation;
import io.sheaf.engine.execute.Limits;
import io.sheaf.engine.execute.PoolListener;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.UnitOutput;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What people are told when it does not work.
@Timeout(60)
class SparkClustersTest {
  private static final Plan PLAN = new Plan("x", 1, List.of());

  @TempDir private Path folder;

  private static Cluster connect(String address) throws IOException {
    return new SparkClusters().connect(address, OptionalInt.empty(), "512m");
  }

  @Test
  void namesADirectoryThatIsNotThere() throws IOException {
    Site site =
        new Site(
            (_, _) -> new UnitOutput(List.of()), 1, Optional.empty(), folder.resolve("not there"));
    try (Cluster cluster = connect("local[1]")) {
      assertThatThrownBy(
              () -> cluster.open(PLAN, site, new Limits(1, Optional.empty()), new Deaf()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not there; expected a directory that all machines share");
    }
  }

  @Test
  void namesBothVersions() throws IOException {
    try (ServerSocket door = new ServerSocket(0);
        JavaSparkContext context =
            new JavaSparkContext(new SparkConf().setMaster("local[1]").setAppName("test"))) {
      Invitation invitation = new Invitation("127.0.0.1", door.getLocalPort(), "");
      WorkerTask task = new WorkerTask(invitation, folder.toString(), "3.5.0");
      assertThatThrownBy(() -> context.parallelize(List.of(0), 1).foreach(task))
          .hasMessageContaining("but the driver has 3.5.0");
    }
  }

  @Test
  void refusesWhatIsNoMaster() {
    assertThatThrownBy(() -> connect("sparc://127.0.0.1:1"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--on sparc://127.0.0.1:1");
  }

  /// Takes the 25 s that it waits: `-Dspark.slow=true` in `-Dtest.jvm`.
  @Test
  @EnabledIfSystemProperty(named = "spark.slow", matches = "true")
  void doesNotWaitForeverForWhoeverListensThere() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThatThrownBy(() -> connect("spark://127.0.0.1:" + other.getLocalPort()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no executor of spark://127.0.0.1");
    }
  }

  /// Hears nothing.
  private static final class Deaf implements PoolListener {
    @Override
    public void ended(Completion completion) {}

    @Override
    public void defect(Assignment attempt, String trace) {}

    @Override
    public void saved(Assignment attempt, byte[] state) {}

    @Override
    public Optional<byte[]> restored(Assignment attempt) {
      return Optional.empty();
    }

    @Override
    public void advanced(Assignment attempt, long done, long total) {}

    @Override
    public void broken(String why) {}

    @Override
    public void notice(String line) {}
  }
}
