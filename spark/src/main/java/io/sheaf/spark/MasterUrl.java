package io.sheaf.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The address of a Spark master.
///
/// @param url as Spark takes it
record MasterUrl(String url) {
  private static final String STANDALONE = "spark://";
  private static final int KNOCK_MILLIS = 5000;

  /// The same for so many workers, where that is part of it.
  String url(OptionalInt most) {
    return url.equals("local[*]") && most.isPresent() ? "local[" + most.getAsInt() + "]" : url;
  }

  /// Whether workers are threads of this process.
  boolean isLocal() {
    return url.equals("local") || url.startsWith("local[");
  }

  boolean isStandalone() {
    return url.startsWith(STANDALONE);
  }

  /// Whether workers can only be on this machine.
  boolean isOnLoopback() {
    return url.startsWith("local")
        || (isStandalone() && hosts().stream().allMatch(MasterUrl::isLoopback));
  }

  /// Finds out at once whether anybody listens there; Spark would try for a minute.
  void knock() throws IOException {
    if (!isStandalone()) {
      return;
    }
    IOException failure = null;
    for (InetSocketAddress host : hosts()) {
      try (Socket socket = new Socket()) {
        socket.connect(host, KNOCK_MILLIS);
        return;
      } catch (IOException e) {
        failure = host.isUnresolved() ? new IOException("unknown host", e) : e;
      }
    }
    throw new IOException(
        "no Spark master answers at %s (%s); `sheaf cluster status` shows yours"
            .formatted(url, failure == null ? "no host and port" : failure.getMessage()));
  }

  /// Whether anybody listens there, as far as can be told.
  boolean answers() {
    try {
      knock();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private List<InetSocketAddress> hosts() {
    return Stream.of(url.substring(STANDALONE.length()).split(",", -1))
        .filter(one -> one.matches(".+:\\d{1,5}"))
        .map(MasterUrl::socketAddress)
        .toList();
  }

  private static InetSocketAddress socketAddress(String one) {
    int colon = one.lastIndexOf(':');
    int port = Math.min(65_535, Integer.parseInt(one.substring(colon + 1)));
    return new InetSocketAddress(one.substring(0, colon), port);
  }

  private static boolean isLoopback(InetSocketAddress host) {
    try {
      return InetAddress.getByName(host.getHostString()).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
