package io.sheaf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new ClusterPage(
            number(json, "aliveworkers"),
            number(json, "cores"),
            number(json, "coresused"),
            applications(json));
      }
    } catch (IOException _) {
      return new ClusterPage(0, 0, 0, 0);
    }
  }

  private static int applications(String json) {
    int from = json.indexOf("\"activeapps\"");
    int to = json.indexOf("\"completedapps\"");
    return from < 0 || to < from
        ? 0
        : json.substring(from, to).split("\"starttime\"", -1).length - 1;
  }

  /// The last of that name: those of the whole come after those of each worker.
  private static int number(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d{1,9})").matcher(json);
    int value = 0;
    while (found.find()) {
      value = Integer.parseInt(found.group(1));
    }
    return value;
  }
}
