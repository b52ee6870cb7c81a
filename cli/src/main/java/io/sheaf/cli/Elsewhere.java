package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Cluster;
import io.sheaf.engine.execute.ClusterProvider;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;

/// Where units run, if not on this machine.
record Elsewhere(Optional<Cluster> cluster) implements AutoCloseable {
  static final Elsewhere NOWHERE = new Elsewhere(Optional.empty());

  /// Connects through whatever library the launcher has put on the class path.
  static Elsewhere connect(String address, OptionalInt most, String heap) throws IOException {
    ClusterProvider provider =
        ServiceLoader.load(ClusterProvider.class)
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "--on " + address + ": Spark's jars are not there; start with ./sheaf"));
    return new Elsewhere(Optional.of(provider.connect(address, most, heap)));
  }

  @Override
  public void close() {
    cluster.ifPresent(Cluster::close);
  }
}
