package io.sheaf.cli;

import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The part of a command line that says who follows a run from outside.
final class Followers {
  @Option(
      names = "--notify",
      paramLabel = "WHOM",
      description =
          "Tell of the end, the first failure and a stall: https://..., slack:URL,"
              + " mailto:ADDRESS or command:PROGRAM; may be repeated.")
  private List<String> notify = new ArrayList<>();

  @Option(
      names = "--metrics",
      paramLabel = "FILE|:PORT",
      description =
          "Keep the state for Prometheus in this file, or at http://127.0.0.1:PORT/metrics.")
  private @Nullable String metrics;

  /// Reads the recipients, so that a wrong one is known before anything begins.
  void check(Console console) {
    notify.forEach(one -> Recipient.parse(one, console.environment()));
  }

  boolean isEmpty() {
    return notify.isEmpty() && metrics == null;
  }

  /// The same for another command.
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    notify.forEach(one -> arguments.addAll(List.of("--notify", one)));
    if (metrics != null) {
      arguments.addAll(List.of("--metrics", metrics));
    }
    return arguments;
  }

  List<Follower> open(RunDirectory directory, Console console) throws IOException {
    String run = directory.path().toAbsolutePath().normalize().toString();
    List<Follower> followers = new ArrayList<>();
    if (metrics != null) {
      followers.add(Metrics.open(metrics, run, System::nanoTime, console::say));
    }
    if (!notify.isEmpty()) {
      List<Recipient> recipients =
          notify.stream().map(one -> Recipient.parse(one, console.environment())).toList();
      followers.add(new Notifications(recipients, run, System::nanoTime, console::say));
    }
    return followers;
  }
}
