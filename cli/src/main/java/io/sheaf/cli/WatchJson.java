package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.ProcessUse;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.schedule.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs as JSON: see docs/reference/command-line.md.
final class WatchJson {
  private WatchJson() {}

  static String of(List<RunView> runs, Instant now) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("time", now.toString());
    all.put("runs", runs.stream().map(WatchJson::run).toList());
    Map<String, @Nullable Object> totals = counts(WatchTotals.counts(runs));
    totals.put("units_per_second", WatchTotals.unitsPerSecond(runs));
    totals.put("remaining_seconds", WatchTotals.remaining(runs).map(WatchJson::range).orElse(null));
    all.put("totals", totals);
    return Json.value(all);
  }

  private static Map<String, @Nullable Object> run(RunView run) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("directory", run.directory().toString());
    one.put("name", run.name());
    one.put("shard", run.shard());
    one.put("state", run.state().word());
    one.putAll(counts(run.counts()));
    one.put("units_per_second", run.pace().unitsPerSecond());
    one.put("elapsed_seconds", seconds(run.pace().elapsed()));
    one.put("remaining_seconds", run.pace().remaining().map(WatchJson::range).orElse(null));
    one.put("heartbeat", run.pace().heartbeat().map(Instant::toString).orElse(null));
    one.put("running", run.running().stream().map(WatchJson::unit).toList());
    one.put("processes", run.processes().stream().map(WatchJson::process).toList());
    one.put("milestones", run.milestones().stream().map(WatchJson::milestone).toList());
    one.put("problems", run.problems().stream().map(WatchJson::problem).toList());
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

  private static Map<String, @Nullable Object> unit(RunView.UnitView unit) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("unit", unit.id());
    map.put("progress", unit.progress());
    map.put("since", unit.since().map(Instant::toString).orElse(null));
    map.put("attempt", unit.attempt());
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

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
