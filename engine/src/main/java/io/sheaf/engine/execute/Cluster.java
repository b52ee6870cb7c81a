package io.sheaf.engine.execute;

/// Workers on other machines, from which pools can be made.
public interface Cluster extends PoolFactory, AutoCloseable {
  /// How many units can run at the same time, as far as is known.
  int slots();

  /// Lets the workers go.
  @Override
  void close();
}
