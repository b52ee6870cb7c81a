package io.sheaf.web.report;

import io.sheaf.engine.observe.RunAccount;
import io.sheaf.engine.observe.RunFacts;
import io.sheaf.engine.observe.RunView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a report says first.
final class Head {
  private Head() {}

  /// The facts for programs, with units in their names.
  static Map<String, @Nullable Object> facts(ReportContent content) {
    RunAccount account = content.account();
    RunFacts facts = account.facts();
    RunView.Counts counts = account.view().counts();
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("name", account.view().name());
    head.put("workload", facts.text("workload"));
    head.put("workload_version", facts.text("workload_version"));
    head.put("directory", directory(account));
    head.put("state", account.view().state().word());
    head.put("shard", account.view().shard());
    head.put("plan", facts.text("plan"));
    head.put("units", counts.total());
    head.put("done", counts.done());
    head.put("failed", counts.failed());
    head.put("missing", counts.total() - counts.settled());
    head.put("rows", counts.rows());
    head.put("started", facts.text("started"));
    head.put("ended", ended(account));
    head.put("elapsed_seconds", account.profile().elapsedNanos() / 1e9);
    head.put("work_seconds", account.profile().total().wallNanos() / 1e9);
    head.put("cpu_seconds", account.profile().total().cpuNanos() / 1e9);
    head.put("workers", account.profile().workers());
    head.put("attempts", account.profile().attempts());
    head.put("written", second(content.made()));
    return head;
  }

  static String directory(RunAccount account) {
    return String.valueOf(account.view().directory().toAbsolutePath().normalize().getFileName());
  }

  /// When the last attempt ended, null before the first.
  static @Nullable String ended(RunAccount account) {
    return account.times().lanes().isEmpty()
        ? null
        : second(
            Instant.ofEpochMilli(
                Math.round(account.times().fromMillis() + account.times().seconds() * 1e3)));
  }

  /// UTC, to the second.
  static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// What the report lacks, and why.
  static List<String> gaps(RunAccount account) {
    List<String> gaps = new ArrayList<>();
    RunView.Counts counts = account.view().counts();
    long missing = counts.total() - counts.settled();
    if (missing > 0) {
      gaps.add(
          "%,d of %,d units have no result yet; what stands below is about the others."
              .formatted(missing, counts.total()));
    }
    if (account.view().state().isAlive()) {
      gaps.add("The run goes on: this is how it stood when the report was written.");
    }
    if (!account.view().shard().equals("0/1")) {
      gaps.add(
          "This is shard %s: what needs all units is known after `sheaf merge`."
              .formatted(account.view().shard()));
    }
    boolean merged = account.events().stream().anyMatch(one -> one.kind().equals("merge"));
    if (merged) {
      gaps.add(
          "Merged from other runs: when their units ran, and how long, stands in their reports.");
    }
    if (account.times().open() > 0 && !account.view().state().isAlive()) {
      gaps.add(
          "%,d attempts were cut off with their process and are not in the times below."
              .formatted(account.times().open()));
    }
    return gaps;
  }
}
