package io.sheaf.cli;

import io.sheaf.engine.journal.JournalIndex.Attempt;
import io.sheaf.engine.journal.JournalIndex.PhaseLine;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.UnitHistory;
import io.sheaf.engine.plan.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a unit, in words.
record UnitText(UnitHistory history) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(history.unit().id() + ": " + state());
    for (Attempt attempt : history.attempts()) {
      lines.add("attempt " + attempt.epoch() + ", because: " + attempt.why());
      lines.add("  " + Instant.ofEpochMilli(attempt.startedMillis()) + " " + course(attempt));
      if (!attempt.message().isEmpty()) {
        attempt.message().lines().forEach(line -> lines.add("  " + line));
      }
    }
    if (!history.phases().isEmpty()) {
      lines.add("phases of the last attempt");
      Columns.lines(phases()).forEach(line -> lines.add("  " + line));
    }
    history
        .checkpoint()
        .ifPresent(kept -> lines.add("checkpoint of " + kept.bytes() + " bytes to go on from"));
    for (Input input : history.unit().inputs()) {
      lines.add("input " + input.name() + " sha256 " + input.sha256());
    }
    history.resultDigest().ifPresent(digest -> lines.add("result sha256 " + digest));
    if (!history.log().isEmpty()) {
      lines.add("log");
      history.log().forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private String state() {
    if (history.result().isPresent()) {
      StoredResult result = history.result().get();
      String message = message(result);
      return result.outcome() + (message.isEmpty() ? "" : ": " + message);
    }
    if (!history.unit().isMine()) {
      return "not in this run's shard";
    }
    if (history.attempts().isEmpty()) {
      return "waits";
    }
    return history.attempts().getLast().outcome().isEmpty()
        ? "under way, or cut off when its process ended"
        : "waits for another attempt";
  }

  static String message(StoredResult result) {
    return result.isDone() ? "" : result.content().lines().findFirst().orElse("");
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
    for (PhaseLine phase : history.phases()) {
      rows.add(
          List.of(
              phase.name(),
              Quantities.count(phase.calls()),
              Quantities.seconds(phase.wallNanos()),
              Quantities.seconds(phase.cpuNanos())));
    }
    return rows;
  }

  static Map<String, @Nullable Object> facts(Attempt attempt) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("attempt", attempt.epoch());
    facts.put("why", attempt.why());
    facts.put("started", Instant.ofEpochMilli(attempt.startedMillis()).toString());
    facts.put("worker", attempt.worker());
    facts.put("wall_seconds", attempt.wallNanos() / 1e9);
    facts.put("cpu_seconds", attempt.cpuNanos() / 1e9);
    facts.put("outcome", attempt.outcome());
    facts.put("message", attempt.message());
    return facts;
  }

  static Map<String, @Nullable Object> facts(PhaseLine phase) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("name", phase.name());
    facts.put("calls", phase.calls());
    facts.put("wall_seconds", phase.wallNanos() / 1e9);
    facts.put("cpu_seconds", phase.cpuNanos() / 1e9);
    return facts;
  }
}
