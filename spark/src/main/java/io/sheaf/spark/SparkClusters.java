package io.sheaf.spark;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Cluster;
import io.sheaf.engine.execute.ClusterProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/// Connects to Spark: `local[*]`, `spark://host:port`, and whatever else Spark takes as a master.
///
/// Spark's own settings are system properties, as in `-Dspark.executor.memory=4g`, and come before
/// those made here.
public final class SparkClusters implements ClusterProvider {
  @Override
  public Cluster connect(String address, OptionalInt most, String heap) throws IOException {
    MasterUrl master = new MasterUrl(address);
    master.knock();
    SparkConf conf = new SparkSettings(master).conf(most, heap);
    return within(SparkCluster.LEASE.start(), address, () -> connected(master, conf, most))
        .orElseThrow(() -> nobody(address, conf.get("spark.executor.memory")));
  }

  private static IOException nobody(String address, String memory) {
    return new IOException(
        ("no executor of %s has come within %d s; is it Spark %s, as here, does it see this"
                + " installation, and has a worker a free core and %s of memory? The logs of its"
                + " master and workers say more")
            .formatted(
                address,
                SparkCluster.LEASE.start().toSeconds(),
                org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                memory));
  }

  /// Nothing is there if no executor comes, or if all have gone for good.
  private static Optional<Cluster> connected(MasterUrl master, SparkConf conf, OptionalInt most) {
    SparkCluster cluster = new SparkCluster(master, new JavaSparkContext(conf), most);
    if (cluster.hasExecutor()) {
      return Optional.of(cluster);
    }
    cluster.close();
    return Optional.empty();
  }

  /// Spark itself would try for a minute to be heard by a master of another version.
  private static Optional<Cluster> within(
      Duration time, String address, Callable<Optional<Cluster>> connection) throws IOException {
    FutureTask<Optional<Cluster>> connecting = new FutureTask<>(connection);
    Thread.ofPlatform().daemon().name("connecting").start(connecting);
    try {
      return connecting.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SparkException) {
        throw new ConfigurationException(
            "--on %s: %s; expected local[*], spark://HOST:PORT or another master URL of Spark"
                .formatted(address, FirstLine.of(e)));
      }
      throw new IOException(address + ": " + FirstLine.of(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for executors", e);
    } finally {
      connecting.cancel(true);
    }
  }
}
