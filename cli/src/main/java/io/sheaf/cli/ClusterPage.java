package io.sheaf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a Spark master says of itself.
///
/// @param workers that are there
/// @param cores of all of them
/// @param coresUsed by executors
/// @param applications that run
record ClusterPage(int workers, int cores, int coresUsed, int applications) {
  private static final int MOST_MILLIS = 2000;

  /// Asks the master; nothing is there if it does not answer.
  static ClusterPage read(ClusterDirectory.Address master) {
    try {
      URLConnection page = URI.create(master.page() + "/json/").toURL().openConnection();
      page.setConnectTimeout(MOST_MILLIS);
      page.setReadTimeout(MOST_MILLIS);
      try (InputStream in = page.getInputStream()) {
        JsonNode json = JsonMapper.shared().readTree(in);
        return new ClusterPage(
            json.path("aliveworkers").asInt(0),
            json.path("cores").asInt(0),
            json.path("coresused").asInt(0),
            json.path("activeapps").size());
      }
    } catch (IOException | JacksonException _) {
      return new ClusterPage(0, 0, 0, 0);
    }
  }
}
