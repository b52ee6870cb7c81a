package io.sheaf.engine.execute;

import java.io.IOException;
import java.util.OptionalInt;

/// Connects to clusters of one kind. A library that has one names it for [java.util.ServiceLoader].
public interface ClusterProvider {
  /// Connects, and waits until there is somebody to work.
  ///
  /// @param address as the cluster's own tools write it
  /// @param most workers, empty for all there are
  /// @param heap of each, as in `4g`
  /// @throws IOException if there is no such cluster, or nobody there
  Cluster connect(String address, OptionalInt most, String heap) throws IOException;
}
