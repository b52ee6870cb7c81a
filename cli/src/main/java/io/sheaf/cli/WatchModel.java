package io.sheaf.cli;

import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.schedule.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the full screen of `watch` shows, and what keys do to it. Confined to one thread.
final class WatchModel {
  private static final String KEYS =
      "q quit  p pause  r refresh  / filter  s sort  up/down choose  enter unit's log  esc back";

  private static final List<Sort> SORTS =
      List.of(
          new Sort("as named", (_, _) -> 0),
          new Sort("worst state first", Comparator.comparing(RunView::state).reversed()),
          new Sort("longest left first", Comparator.comparing(WatchModel::left).reversed()),
          new Sort(
              "most failed first",
              Comparator.comparingLong((RunView run) -> run.counts().failed()).reversed()));

  private List<RunView> runs = List.of();
  private Optional<Log> log = Optional.empty();
  private int sort;
  private String filter = "";
  private boolean typing;
  private boolean paused;
  private int chosen;

  /// What a key asks of whoever owns the screen.
  enum Wish {
    NOTHING,
    REFRESH,
    OPEN,
    QUIT
  }

  /// An order of runs.
  private record Sort(String words, Comparator<RunView> order) {}

  /// A unit of a run.
  record Chosen(Path directory, String unit) {}

  private record Line(RunView run, RunView.UnitView unit) {}

  private record Log(String unit, List<String> lines) {}

  void update(List<RunView> now) {
    runs = List.copyOf(now);
  }

  boolean isPaused() {
    return paused;
  }

  /// Shows what is known of a unit, until esc.
  void open(String unit, List<String> lines) {
    log = Optional.of(new Log(unit, List.copyOf(lines)));
  }

  /// Takes a key, as the terminal sends it.
  Wish key(String key) {
    if (typing) {
      type(key);
      return Wish.NOTHING;
    }
    switch (key) {
      case "q" -> {
        return Wish.QUIT;
      }
      case "r" -> {
        return Wish.REFRESH;
      }
      case "\r", "\n" -> {
        return log.isEmpty() && chosen().isPresent() ? Wish.OPEN : Wish.NOTHING;
      }
      case "p" -> paused = !paused;
      case "s" -> sort = (sort + 1) % SORTS.size();
      case "/" -> {
        typing = true;
        filter = "";
      }
      case "\u001b" -> back();
      case "\u001b[A", "\u001bOA", "k" -> chosen = Math.max(0, chosen - 1);
      case "\u001b[B", "\u001bOB", "j" -> chosen = Math.min(units().size() - 1, chosen + 1);
      default -> {}
    }
    return Wish.NOTHING;
  }

  private void back() {
    if (log.isPresent()) {
      log = Optional.empty();
    } else {
      filter = "";
    }
  }

  private void type(String key) {
    switch (key) {
      case "\r", "\n" -> typing = false;
      case "\u001b" -> {
        typing = false;
        filter = "";
      }
      case "\u007f", "\b" ->
          filter = filter.isEmpty() ? "" : filter.substring(0, filter.length() - 1);
      default ->
          filter +=
              key.codePoints()
                  .filter(c -> !Character.isISOControl(c))
                  .collect(
                      StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }
    chosen = 0;
  }

  /// The unit under the bar; where the filter leaves none, the one that has it as its name.
  Optional<Chosen> chosen() {
    List<Line> units = units();
    if (units.isEmpty()) {
      return filter.isEmpty() || runs.isEmpty()
          ? Optional.empty()
          : Optional.of(new Chosen(runs.getFirst().directory(), filter));
    }
    Line line = units.get(Math.clamp(chosen, 0, units.size() - 1));
    return Optional.of(new Chosen(line.run().directory(), line.unit().id()));
  }

  /// The screen, exactly `rows` lines of at most the text's columns.
  List<String> render(WatchText text, int rows) {
    List<String> lines = new ArrayList<>(List.of(head(text)));
    int room = rows - 2;
    List<String> body = log.map(one -> log(one, text)).orElseGet(() -> body(text, room));
    lines.addAll(body.subList(0, Math.min(body.size(), room)));
    while (lines.size() < rows - 1) {
      lines.add("");
    }
    lines.add(text.paint().inverse(WatchText.cut(foot(), text.columns())));
    return lines;
  }

  private String head(WatchText text) {
    String what = log.map(Log::unit).orElse(runs.size() == 1 ? "1 run" : runs.size() + " runs");
    return text.paint()
        .bold(
            WatchText.cut(
                "sheaf watch  %s  %s  %s%s%s"
                    .formatted(
                        Quantities.time(text.now(), text.now(), text.zone()),
                        what,
                        SORTS.get(sort).words(),
                        filter.isEmpty() ? "" : "  filter: " + filter,
                        paused ? "  PAUSED" : ""),
                text.columns()));
  }

  private String foot() {
    return typing ? "filter: " + filter + "_   enter keeps it, esc drops it" : KEYS;
  }

  private List<String> log(Log one, WatchText text) {
    return one.lines().stream()
        .map(line -> WatchText.cut(printable(line), text.columns()))
        .toList();
  }

  /// Without what could move the cursor.
  private static String printable(String line) {
    return line.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// The runs, at most in half of the room, then units under way, then the rest.
  private List<String> body(WatchText text, int room) {
    List<RunView> shown = shown();
    List<String> table = text.table(shown);
    int most = Math.max(4, room / 2);
    List<String> lines = new ArrayList<>(table);
    if (table.size() > most) {
      lines = new ArrayList<>(table.subList(0, most - 2));
      lines.add("... and %d more runs; / filters, s sorts".formatted(table.size() - most));
      lines.add(table.getLast());
    }
    lines.add("");
    lines.addAll(units(text));
    for (RunView run : shown) {
      List<String> details = text.facts(run);
      if (!details.isEmpty()) {
        lines.add(shown.size() > 1 ? text.paint().bold(run.directory() + ":") : "");
        lines.addAll(details);
      }
    }
    return lines;
  }

  private List<String> units(WatchText text) {
    List<Line> units = units();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RUNNING UNIT", ">FOR", ">PROGRESS", ">ATTEMPT", "RUN"));
    for (Line line : units) {
      rows.add(
          List.of(
              printable(line.unit().id()),
              line.unit().since().map(text::duration).orElse(""),
              line.unit().progress(),
              line.unit().attempt() == 0 ? "" : Integer.toString(line.unit().attempt()),
              String.valueOf(line.run().directory().getFileName())));
    }
    List<String> lines = new ArrayList<>();
    int bar = 1 + Math.clamp(chosen, 0, Math.max(0, units.size() - 1));
    for (String line : Columns.lines(rows)) {
      String cut = (lines.size() == bar ? "> " : "  ") + WatchText.cut(line, text.columns() - 2);
      lines.add(lines.isEmpty() ? text.paint().bold(cut) : cut);
    }
    return units.isEmpty() ? List.of("  no unit under way" + hint()) : lines;
  }

  private String hint() {
    return filter.isEmpty() ? "" : "; enter looks for a unit named " + filter;
  }

  private List<RunView> shown() {
    return runs.stream()
        .filter(
            run ->
                matches(run.directory().toString())
                    || run.running().stream().anyMatch(unit -> matches(unit.id())))
        .sorted(SORTS.get(sort).order())
        .collect(Collectors.toList());
  }

  /// Those that have run longest first.
  private List<Line> units() {
    return runs.stream()
        .flatMap(run -> run.running().stream().map(unit -> new Line(run, unit)))
        .filter(line -> matches(line.unit().id()) || matches(line.run().directory().toString()))
        .sorted(Comparator.comparing(line -> line.unit().since().orElse(Instant.MAX)))
        .toList();
  }

  private boolean matches(String text) {
    return text.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }

  private static Duration left(RunView run) {
    return run.pace().remaining().map(TimeRange::high).orElse(Duration.ZERO);
  }
}
