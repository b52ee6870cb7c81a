package io.sheaf.spark;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Cluster;
import io.sheaf.engine.execute.ClusterProvider;
import java.io.IOException;
import java.util.OptionalInt;
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
    SparkCluster cluster = new SparkCluster(master, context(conf, address), most);
    try {
      cluster.awaitExecutor();
    } catch (IOException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  private static JavaSparkContext context(SparkConf conf, String address) throws IOException {
    try {
      return new JavaSparkContext(conf);
    } catch (RuntimeException e) {
      throw new IOException(address + ": " + FirstLine.of(e), e);
    } catch (
        @SuppressWarnings("CatchThrowable")
        Throwable e) {
      // Spark is Scala and throws what it does not declare.
      if (e instanceof SparkException) {
        throw new ConfigurationException(
            "--on %s: %s; expected local[*], spark://HOST:PORT or another master URL of Spark"
                .formatted(address, FirstLine.of(e)));
      }
      throw e;
    }
  }
}
