package io.sheaf.cli;

import io.sheaf.engine.observe.ProcessUse;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunTotals;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.schedule.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Runs in words: a table with a line for each, then what is known beyond it, then problems.
///
/// @param columns no line is longer
record WatchText(Instant now, ZoneId zone, int columns, Paint paint) {
  private static final int LEAST_NAME = 16;
  private static final int MOST_UNITS = 4;
  private static final List<String> HEAD =
      List.of(
          "RUN", "STATE", "DONE", "UNITS", "FAILED", "LEFT", "RATE", "ELAPSED", "CPU", "RSS",
          "ROWS");

  /// The columns that stay when there is little room, the last to go first.
  private static final List<String> BY_WORTH =
      List.of(
          "RUN", "STATE", "DONE", "UNITS", "LEFT", "FAILED", "RATE", "ELAPSED", "CPU", "RSS",
          "ROWS");

  /// Everything.
  List<String> lines(List<RunView> runs) {
    List<String> lines = table(runs);
    for (RunView run : runs) {
      List<String> details = details(run);
      if (runs.size() > 1 && !details.isEmpty()) {
        lines.add(paint.bold(cut(run.directory() + ":", columns)));
      }
      lines.addAll(details);
    }
    return lines;
  }

  /// A line for each run, and one for all if there are several.
  List<String> table(List<RunView> runs) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    runs.forEach(run -> rows.add(cells(run)));
    if (runs.size() > 1) {
      rows.add(totals(runs));
    }
    List<Integer> shown = shown(rows);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String line = line(rows, row, shown);
      boolean isRun = row > 0 && row <= runs.size();
      lines.add(isRun ? coloured(line, runs.get(row - 1).state()) : paint.bold(line));
    }
    return lines;
  }

  private List<String> cells(RunView run) {
    return List.of(
        String.valueOf(run.directory().getFileName()),
        run.state().word(),
        Quantities.percent(run.counts().percent()),
        units(run.counts()),
        Quantities.count(run.counts().failed()),
        Quantities.left(run),
        Quantities.rate(run.pace().unitsPerSecond()),
        TimeRange.words(run.pace().elapsed()),
        cores(run.processes()),
        memory(run.processes()),
        Quantities.count(run.counts().rows()));
  }

  private List<String> totals(List<RunView> runs) {
    RunView.Counts all = RunTotals.counts(runs);
    List<ProcessUse> processes = runs.stream().flatMap(run -> run.processes().stream()).toList();
    return List.of(
        runs.size() + " runs",
        "",
        Quantities.percent(all.percent()),
        units(all),
        Quantities.count(all.failed()),
        RunTotals.remaining(runs).map(TimeRange::toString).orElse(""),
        Quantities.rate(RunTotals.unitsPerSecond(runs)),
        "",
        cores(processes),
        memory(processes),
        Quantities.count(all.rows()));
  }

  private static String units(RunView.Counts counts) {
    return Quantities.count(counts.settled()) + "/" + Quantities.count(counts.total());
  }

  /// Processor time by time, of all processes that have two samples.
  private static String cores(List<ProcessUse> processes) {
    return processes.stream().anyMatch(one -> one.cores().isPresent())
        ? cores(processes.stream().mapToDouble(one -> one.cores().orElse(0.0)).sum())
        : "";
  }

  private static String cores(double cores) {
    return String.format(Locale.ROOT, "%.1f", cores);
  }

  private static String memory(List<ProcessUse> processes) {
    return processes.isEmpty()
        ? ""
        : Quantities.bytes(processes.stream().mapToLong(ProcessUse::rssBytes).sum());
  }

  /// As many columns as there is room for.
  private List<Integer> shown(List<List<String>> rows) {
    int room = columns - LEAST_NAME;
    List<Integer> shown = new ArrayList<>(List.of(0));
    for (String name : BY_WORTH.subList(1, BY_WORTH.size())) {
      int column = HEAD.indexOf(name);
      if (rows.stream().skip(1).allMatch(row -> row.get(column).isEmpty())) {
        continue;
      }
      room -= width(rows, column) + 2;
      if (room < 0) {
        break;
      }
      shown.add(column);
    }
    shown.sort(null);
    return shown;
  }

  private String line(List<List<String>> rows, int row, List<Integer> shown) {
    int others = shown.stream().skip(1).mapToInt(column -> width(rows, column) + 2).sum();
    int nameWidth = Math.min(width(rows, 0), columns - others);
    StringBuilder line =
        new StringBuilder(pad(tail(rows.get(row).getFirst(), nameWidth), nameWidth));
    for (int column : shown.subList(1, shown.size())) {
      String cell = rows.get(row).get(column);
      int width = width(rows, column);
      String text = column == 1 ? pad(cell, width) : " ".repeat(width - cell.length()) + cell;
      line.append("  ").append(text);
    }
    return cut(line.toString().stripTrailing(), columns);
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /// Names differ in their ends.
  private static String tail(String text, int width) {
    return text.length() <= width ? text : "~" + text.substring(text.length() - width + 1);
  }

  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "~";
  }

  private String coloured(String line, RunView.State state) {
    String word = " " + state.word();
    int at = line.indexOf(word);
    return at < 0
        ? line
        : line.substring(0, at) + word(word, state) + line.substring(at + word.length());
  }

  private String word(String word, RunView.State state) {
    return switch (state) {
      case COMPLETED, RUNNING -> paint.green(word);
      case PENDING, STOPPED, STALLED -> paint.yellow(word);
      case FAILED, DEAD -> paint.red(word);
    };
  }

  /// What is known of a run beyond its line in the table.
  List<String> details(RunView run) {
    List<String> lines = new ArrayList<>();
    fact(lines, "running", running(run));
    lines.addAll(facts(run));
    return lines;
  }

  /// The same without the units under way.
  List<String> facts(RunView run) {
    List<String> lines = new ArrayList<>();
    fact(lines, "reached", milestones(run, true));
    fact(lines, "expected", milestones(run, false));
    fact(lines, "uses", run.processes().stream().map(WatchText::process).toList());
    for (RunView.Problem problem : run.problems()) {
      wrap("! " + problem.what(), "  ").forEach(line -> lines.add("  " + paint.red(line)));
      lines.addAll(wrap("  -> " + problem.remedy(), "       "));
    }
    return lines;
  }

  private void fact(List<String> lines, String name, List<String> items) {
    if (!items.isEmpty()) {
      String text = "  " + pad(name, 8) + "  " + String.join(", ", items);
      lines.addAll(wrap(text, " ".repeat(12)));
    }
  }

  private List<String> milestones(RunView run, boolean reached) {
    return run.milestones().stream()
        .filter(one -> one.isReached() == reached)
        .map(one -> one.percent() + " % " + (reached ? "at " + time(one.low()) : between(one)))
        .toList();
  }

  private String between(RunView.Milestone one) {
    String low = time(one.low());
    String high = time(one.high());
    return low.equals(high) ? "~" + low : low + " - " + high;
  }

  private String time(Instant time) {
    return Quantities.time(time, now, zone);
  }

  private static String process(ProcessUse one) {
    return one.name()
        + " "
        + Quantities.bytes(one.rssBytes())
        + (one.gpuBytes() > 0 ? " (GPU " + Quantities.bytes(one.gpuBytes()) + ")" : "")
        + one.cores().map(cores -> " " + cores(cores) + " cores").orElse("");
  }

  private List<String> running(RunView run) {
    List<String> units =
        run.running().stream().limit(MOST_UNITS).map(this::unit).collect(Collectors.toList());
    if (run.running().size() > MOST_UNITS) {
      units.add("and " + (run.running().size() - MOST_UNITS) + " more");
    }
    return units;
  }

  private String unit(RunView.UnitView unit) {
    return unit.id() + (unit.progress().isEmpty() ? "" : " " + unit.progress()) + since(unit);
  }

  private String since(RunView.UnitView unit) {
    return unit.since().map(since -> " for " + duration(since)).orElse("");
  }

  /// How long something has lasted.
  String duration(Instant since) {
    Duration passed = Duration.between(since, now);
    return TimeRange.words(passed.isNegative() ? Duration.ZERO : passed);
  }

  /// At blanks, into lines that fit; a longer word is cut.
  private List<String> wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > columns) {
      int blank = rest.lastIndexOf(' ', columns);
      if (blank <= indent.length()) {
        break;
      }
      lines.add(rest.substring(0, blank).stripTrailing());
      rest = indent + rest.substring(blank + 1);
    }
    lines.add(cut(rest, columns));
    return lines;
  }
}
