package io.sheaf.engine.observe;

import io.sheaf.engine.schedule.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs and units as JSON values: what `watch --json`, `explain --json` and the dashboard say. See
/// docs/how-to/watch-and-profile.md.
public final class RunJson {
  private RunJson() {}

  /// Several runs, and their sums.
  public static String of(List<RunView> runs, Instant now) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("time", now.toString());
    all.put("runs", runs.stream().map(RunJson::run).toList());
    Map<String, @Nullable Object> totals = counts(RunTotals.counts(runs));
    totals.put("units_per_second", RunTotals.unitsPerSecond(runs));
    totals.put("remaining_seconds", RunTotals.remaining(runs).map(RunJson::range).orElse(null));
    all.put("totals", totals);
    return Json.value(all);
  }

  /// A run.
  public static Map<String, @Nullable Object> run(RunView run) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("directory", run.directory().toString());
    one.put("name", run.name());
    one.put("shard", run.shard());
    one.put("state", run.state().word());
    one.putAll(counts(run.counts()));
    one.put("units_per_second", run.pace().unitsPerSecond());
    one.put("elapsed_seconds", seconds(run.pace().elapsed()));
    one.put("remaining_seconds", run.pace().remaining().map(RunJson::range).orElse(null));
    one.put("heartbeat", run.pace().heartbeat().map(Instant::toString).orElse(null));
    one.put("running", run.running().stream().map(RunJson::underWay).toList());
    one.put("processes", run.processes().stream().map(RunJson::process).toList());
    one.put("milestones", run.milestones().stream().map(RunJson::milestone).toList());
    one.put("problems", run.problems().stream().map(RunJson::problem).toList());
    return one;
  }

  private static Map<String, @Nullable Object> counts(RunView.Counts counts) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("done", counts.done());
    map.put("failed", counts.failed());
    map.put("total", counts.total());
    map.put("percent", Math.floor(counts.percent() * 10) / 10);
    map.put("rows", counts.rows());
    return map;
  }

  private static Map<String, @Nullable Object> underWay(RunView.UnitView unit) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("unit", unit.id());
    map.put("progress", unit.progress());
    map.put("since", unit.since().map(Instant::toString).orElse(null));
    map.put("attempt", unit.attempt());
    map.put("worker", unit.worker().isEmpty() ? null : unit.worker());
    return map;
  }

  private static Map<String, @Nullable Object> process(ProcessUse process) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", process.name());
    map.put("pid", process.pid());
    map.put("rss_bytes", process.rssBytes());
    map.put("gpu_bytes", process.gpuBytes() < 0 ? null : process.gpuBytes());
    map.put("cpu_ms", process.cpuMillis());
    map.put("cores", process.cores().orElse(null));
    return map;
  }

  private static Map<String, @Nullable Object> milestone(RunView.Milestone milestone) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("percent", milestone.percent());
    map.put("reached", milestone.isReached());
    map.put("earliest", milestone.low().toString());
    map.put("latest", milestone.high().toString());
    return map;
  }

  private static Map<String, @Nullable Object> problem(RunView.Problem problem) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("what", problem.what());
    map.put("remedy", problem.remedy());
    return map;
  }

  private static Map<String, @Nullable Object> range(TimeRange range) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("low", seconds(range.low()));
    map.put("high", seconds(range.high()));
    return map;
  }

  /// Everything about a unit.
  public static Map<String, @Nullable Object> unit(UnitHistory history) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("unit", history.unit().id());
    facts.put("weight", history.unit().weight());
    facts.put("in_this_shard", history.isMine());
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    history.unit().inputs().forEach(input -> inputs.put(input.name(), input.sha256()));
    facts.put("inputs", inputs);
    facts.put("attempts", history.attempts().stream().map(RunJson::attempt).toList());
    facts.put("phases", history.phases().stream().map(RunJson::phase).toList());
    facts.put("checkpoint_bytes", history.checkpointBytes().orElse(null));
    facts.put("outcome", history.result().map(UnitHistory.Result::outcome).orElse(null));
    facts.put("message", history.result().map(UnitHistory.Result::message).orElse(null));
    facts.put("sha256", history.result().map(UnitHistory.Result::digest).orElse(null));
    facts.put("log", history.log());
    return facts;
  }

  private static Map<String, @Nullable Object> attempt(UnitHistory.Attempt attempt) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("attempt", attempt.epoch());
    facts.put("why", attempt.why());
    facts.put("started", attempt.started().toString());
    facts.put("worker", attempt.worker());
    facts.put("wall_seconds", attempt.wallNanos() / 1e9);
    facts.put("cpu_seconds", attempt.cpuNanos() / 1e9);
    facts.put("outcome", attempt.outcome());
    facts.put("message", attempt.message());
    return facts;
  }

  private static Map<String, @Nullable Object> phase(Profile.Line phase) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("name", phase.name());
    facts.put("calls", phase.calls());
    facts.put("wall_seconds", phase.wallNanos() / 1e9);
    facts.put("cpu_seconds", phase.cpuNanos() / 1e9);
    return facts;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
