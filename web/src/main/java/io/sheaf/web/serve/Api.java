package io.sheaf.web.serve;

import io.sheaf.engine.observe.Curves;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.ObservedRun;
import io.sheaf.engine.observe.ProcessCurve;
import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.observe.RunJson;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.RunsFolder;
import io.sheaf.engine.observe.TableFile;
import io.sheaf.engine.observe.TaskStream;
import io.sheaf.engine.observe.UnitLine;
import io.sheaf.engine.observe.UnitPage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What programs read: see docs/reference/dashboard-api.md.
record Api(Moment moment) {
  private static final int MOST_PROCESSES = 12;
  private static final int LOG_LINES = 200;

  String runs(List<RunsFolder.Found> found) {
    List<RunView> views = new ArrayList<>();
    for (RunsFolder.Found one : found) {
      switch (one) {
        case RunsFolder.Legible(_, RunView view) -> views.add(view);
        case RunsFolder.Illegible _ -> {}
      }
    }
    return RunJson.of(views, moment.clock().instant());
  }

  String run(ObservedRun run, Request request) throws IOException {
    return switch (request.part(3)) {
      case "" -> Json.value(RunJson.run(run.view()));
      case "units" -> units(run.units(UnitsAddress.of(request).query()));
      case "unit" -> Json.value(RunJson.unit(run.unit(request.parameter("id"), LOG_LINES)));
      case "stream" -> stream(run.stream(request.number("from", 0), request.number("to", 0)));
      case "curves" -> curves(run.curves());
      case "profile" -> profile(run.profile());
      case "table" -> table(run, request);
      default -> throw Refusal.notFound("there is no such answer about a run");
    };
  }

  private static String units(UnitPage page) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("matching", page.matching());
    answer.put("total", page.total());
    answer.put("as_of", page.asOf().toString());
    answer.put("units", page.units().stream().map(Api::unit).toList());
    return Json.value(answer);
  }

  private static Map<String, @Nullable Object> unit(UnitLine unit) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("unit", unit.id());
    line.put("state", unit.state().word());
    line.put("attempts", unit.attempts());
    line.put(
        "started",
        unit.startedMillis() == 0 ? null : Instant.ofEpochMilli(unit.startedMillis()).toString());
    line.put("wall_seconds", unit.wallNanos() / 1e9);
    line.put("cpu_seconds", unit.cpuNanos() / 1e9);
    line.put("worker", unit.worker());
    return line;
  }

  static String stream(TaskStream stream) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("from_ms", stream.fromMillis());
    answer.put("to_ms", stream.toMillis());
    answer.put("attempts", stream.attempts());
    answer.put("workers", stream.workers());
    answer.put(
        "bars",
        stream.bars().stream()
            .map(
                bar ->
                    List.of(
                        bar.worker(),
                        bar.startMillis() - stream.fromMillis(),
                        rounded(bar.lengthMillis()),
                        bar.state().word(),
                        bar.id(),
                        bar.epoch()))
            .toList());
    answer.put(
        "pieces",
        stream.pieces().stream()
            .map(
                piece ->
                    List.of(
                        piece.bar(),
                        piece.phase(),
                        rounded(piece.startMillis() - stream.fromMillis()),
                        rounded(piece.lengthMillis())))
            .toList());
    answer.put("columns", stream.columns());
    answer.put(
        "cells",
        stream.cells().stream()
            .map(
                cell ->
                    List.of(
                        cell.worker(), cell.column(), cell.state().word(), rounded(cell.busy())))
            .toList());
    return Json.value(answer);
  }

  static String curves(Curves curves) {
    Map<String, @Nullable Object> rates = new LinkedHashMap<>();
    double perSecond = 1000 / Math.max(1, curves.widthMillis());
    rates.put("time_ms", each(curves.throughput(), Curves.Rate::timeMillis));
    rates.put("done_per_second", each(curves.throughput(), one -> rounded(one.done() * perSecond)));
    rates.put(
        "failed_per_second", each(curves.throughput(), one -> rounded(one.failed() * perSecond)));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("throughput", rates);
    answer.put(
        "processes", curves.processes().stream().limit(MOST_PROCESSES).map(Api::process).toList());
    return Json.value(answer);
  }

  private static Map<String, @Nullable Object> process(ProcessCurve curve) {
    List<ProcessCurve.Moment> moments = curve.moments();
    Map<String, @Nullable Object> process = new LinkedHashMap<>();
    process.put("name", curve.process());
    process.put("time_ms", each(moments, ProcessCurve.Moment::timeMillis));
    process.put("rss_bytes", each(moments, ProcessCurve.Moment::rssBytes));
    process.put("cores", each(moments, one -> rounded(one.cores())));
    process.put("read_bytes_per_second", each(moments, one -> orUnknown(one.readBytes())));
    process.put("written_bytes_per_second", each(moments, one -> orUnknown(one.writtenBytes())));
    process.put("gpu_bytes", each(moments, one -> orUnknown(one.gpuBytes())));
    return process;
  }

  private static long orUnknown(double value) {
    return Double.isNaN(value) ? -1 : Math.round(value);
  }

  private static <T> List<Object> each(List<T> items, Function<T, Object> value) {
    return items.stream().map(value).toList();
  }

  private static String profile(Profile profile) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("units", profile.units());
    answer.put("attempts", profile.attempts());
    answer.put("elapsed_seconds", profile.elapsedNanos() / 1e9);
    answer.put("phases", profile.phases().stream().map(Api::line).toList());
    answer.put("total", line(profile.total()));
    answer.put("counters", profile.counters());
    return Json.value(answer);
  }

  private static Map<String, @Nullable Object> line(Profile.Line line) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("name", line.name());
    facts.put("calls", line.calls());
    facts.put("wall_seconds", line.wallNanos() / 1e9);
    facts.put("cpu_seconds", line.cpuNanos() / 1e9);
    facts.put("waiting_seconds", line.waitingNanos() / 1e9);
    return facts;
  }

  private static String table(ObservedRun run, Request request) throws IOException {
    String name = request.parameter("name");
    TableFile table =
        run.tables().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("there is no table " + name));
    TableFile.Page page = run.page(table, TableAddress.of(request).query());
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("name", name);
    answer.put("rows", page.rows());
    answer.put("page", page.number());
    answer.put("pages", page.pages());
    answer.put("columns", page.header());
    answer.put("lines", page.lines());
    return Json.value(answer);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
