package io.sheaf.cli;

import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.UnitHistory;
import io.sheaf.engine.observe.UnitHistory.Attempt;
import io.sheaf.engine.plan.Input;
import java.util.ArrayList;
import java.util.List;

/// What is known of a unit, in words.
record UnitText(UnitHistory history) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(history.unit().id() + ": " + state());
    for (Attempt attempt : history.attempts()) {
      lines.add("attempt " + attempt.epoch() + ", because: " + attempt.why());
      lines.add("  " + attempt.started() + " " + course(attempt));
      if (!attempt.message().isEmpty()) {
        attempt.message().lines().forEach(line -> lines.add("  " + line));
      }
    }
    if (!history.phases().isEmpty()) {
      lines.add("phases of the last attempt");
      Columns.lines(phases()).forEach(line -> lines.add("  " + line));
    }
    history
        .checkpointBytes()
        .ifPresent(bytes -> lines.add("checkpoint of " + bytes + " bytes to go on from"));
    for (Input input : history.unit().inputs()) {
      lines.add("input " + input.name() + " sha256 " + input.sha256());
    }
    history.result().ifPresent(result -> lines.add("result sha256 " + result.digest()));
    if (!history.log().isEmpty()) {
      lines.add("log");
      history.log().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private String state() {
    String message = history.result().map(UnitHistory.Result::message).orElse("");
    return history.state() + (message.isEmpty() ? "" : ": " + message);
  }

  private static String course(Attempt attempt) {
    return attempt.worker().isEmpty()
        ? attempt.outcome().isEmpty() ? "handed out" : attempt.outcome()
        : "%s on %s after %s, %s of CPU"
            .formatted(
                attempt.outcome(),
                attempt.worker(),
                Quantities.seconds(attempt.wallNanos()),
                Quantities.seconds(attempt.cpuNanos()));
  }

  private List<List<String>> phases() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PHASE", ">CALLS", ">WALL", ">CPU"));
    for (Profile.Line phase : history.phases()) {
      rows.add(
          List.of(
              phase.name(),
              Quantities.count(phase.calls()),
              Quantities.seconds(phase.wallNanos()),
              Quantities.seconds(phase.cpuNanos())));
    }
    return rows;
  }
}
