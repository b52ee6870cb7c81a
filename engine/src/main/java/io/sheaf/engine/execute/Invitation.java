package io.sheaf.engine.execute;

import java.io.Serializable;

/// What a worker elsewhere needs to know to come to a [RemotePool].
///
/// @param secret that proves that it was invited
public record Invitation(String host, int port, String secret) implements Serializable {
  /// Without the secret: Spark may write it to a log.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
