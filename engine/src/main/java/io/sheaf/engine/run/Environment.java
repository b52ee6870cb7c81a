package io.sheaf.engine.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a run is made with: for the record, never part of a result.
public final class Environment {
  public static final String VERSION = "0.1.0";

  private Environment() {}

  static Map<String, String> describe() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("sheaf", VERSION);
    facts.put("commit", commit());
    facts.put("java", Runtime.version().toString());
    facts.put("jvm", System.getProperty("java.vm.name") + ", " + System.getProperty("java.vendor"));
    facts.put("max_heap_mib", Long.toString(runtime.maxMemory() >> 20));
    facts.put("cores", Integer.toString(runtime.availableProcessors()));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("host", host());
    facts.put("pid", Long.toString(ProcessHandle.current().pid()));
    facts.put("working_directory", Path.of("").toAbsolutePath().toString());
    return facts;
  }

  /// The name of this machine, `unknown` where it has none.
  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "unknown";
    }
  }

  /// The checkout's commit where Sheaf runs from one, `+` behind it if files were changed.
  private static String commit() {
    String home = System.getProperty("sheaf.home");
    if (home == null) {
      return "unknown";
    }
    try {
      Process git =
          new ProcessBuilder("git", "-C", home, "describe", "--always", "--dirty=+", "--abbrev=12")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 ? text : "unknown";
    } catch (IOException _) {
      return "unknown";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
