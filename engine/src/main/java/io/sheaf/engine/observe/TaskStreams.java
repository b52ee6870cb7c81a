package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.journal.JournalScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Draws the task stream of a stretch of time from an index. Confined to one thread.
final class TaskStreams {
  private static final int MOST_BARS = 2000;
  private static final int COLUMNS = 300;
  private static final Comparator<TaskStream.Bar> ORDER =
      Comparator.comparingInt(TaskStream.Bar::worker)
          .thenComparingLong(TaskStream.Bar::startMillis)
          .thenComparingInt(TaskStream.Bar::unit);

  private final long from;
  private final long to;
  private final int[] rows;
  private final List<String> workers = new ArrayList<>();
  private final List<TaskStream.Bar> bars = new ArrayList<>();
  private final Map<String, String> running;
  private final List<Open> open = new ArrayList<>();
  private final double[] ended;
  private final double[][][] busy;
  private long attempts;

  private TaskStreams(UnitIndex.State index, Stretch stretch) {
    this.from = stretch.from();
    this.to = Math.max(stretch.to(), from + 1);
    this.running = stretch.running();
    this.rows = rows(index.workers(), running.values());
    this.ended = new double[workers.size()];
    this.busy = new double[workers.size()][][];
  }

  /// What is to be drawn.
  ///
  /// @param now where bars of attempts end that are under way
  /// @param running who works on the units whose attempts are; others without an end have only been
  ///   handed out
  record Stretch(long from, long to, long now, Map<String, String> running) {}

  /// An attempt under way.
  private record Open(UnitChunk chunk, int at, int row) {}

  static TaskStream of(UnitIndex.State index, Stretch stretch, Path journal) throws IOException {
    TaskStreams stream = new TaskStreams(index, stretch);
    for (UnitChunk chunk : index.chunks()) {
      stream.take(chunk);
    }
    stream.open.forEach(one -> stream.go(one, stretch.now()));
    boolean areBars = stream.attempts <= MOST_BARS;
    stream.bars.sort(ORDER);
    return new TaskStream(
        stream.from,
        stream.to,
        List.copyOf(stream.workers),
        areBars ? List.copyOf(stream.bars) : List.of(),
        areBars ? stream.pieces(journal) : List.of(),
        areBars ? List.of() : stream.cells(),
        COLUMNS,
        stream.attempts);
  }

  /// Rows by the numbers of workers in the index: by name, `worker-10` behind `worker-9`. Nobody
  /// has none.
  private int[] rows(List<String> names, Collection<String> now) {
    Stream.concat(names.stream(), now.stream())
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .forEach(workers::add);
    return names.stream().mapToInt(workers::indexOf).toArray();
  }

  private void take(UnitChunk chunk) {
    for (int i = 0; i < chunk.size; i++) {
      if (chunk.states[i] == UnitState.RUNNING.code()) {
        int row = running.isEmpty() ? -1 : workers.indexOf(running.get(chunk.id(i)));
        if (row >= 0) {
          open.add(new Open(chunk, i, row));
        }
      } else if (chunk.started[i] > 0 && chunk.workers[i] > 0) {
        int row = rows[chunk.workers[i]];
        double length = chunk.wall[i] / 1e6;
        ended[row] = Math.max(ended[row], chunk.started[i] + length);
        add(
            new Attempt(row, chunk.started[i], length, chunk.states[i]),
            chunk,
            i,
            chunk.attempts[i]);
      }
    }
    for (JournalScan.Ran one : chunk.earlier) {
      if (!one.worker().isEmpty()) {
        int row = workers.indexOf(one.worker());
        int state = UnitState.of(one.outcome()).code();
        add(
            new Attempt(row, one.startedMillis(), one.wallNanos() / 1e6, state),
            chunk,
            one.unit() - chunk.from,
            one.epoch());
      }
    }
  }

  /// A unit may be handed out before its worker is free; it begins when the one before it has
  /// ended.
  private void go(Open one, long now) {
    UnitChunk chunk = one.chunk();
    long start = Math.max(chunk.started[one.at()], (long) Math.ceil(ended[one.row()]));
    add(
        new Attempt(one.row(), start, Math.max(0, now - start), chunk.states[one.at()]),
        chunk,
        one.at(),
        chunk.attempts[one.at()]);
  }

  private record Attempt(int row, long start, double length, int state) {}

  private void add(Attempt one, UnitChunk chunk, int i, int epoch) {
    if (one.start() >= to || one.start() + one.length() < from) {
      return;
    }
    attempts++;
    if (attempts <= MOST_BARS) {
      bars.add(
          new TaskStream.Bar(
              one.row(),
              one.start(),
              one.length(),
              UnitState.at(one.state()),
              chunk.from + i,
              epoch,
              chunk.id(i)));
    }
    spread(one);
  }

  /// Adds an attempt's time to the columns it lies in.
  private void spread(Attempt one) {
    if (busy[one.row()] == null) {
      busy[one.row()] = new double[COLUMNS][UnitState.values().length];
    }
    double width = (double) (to - from) / COLUMNS;
    double begin = (double) Math.max(from, one.start());
    double end = Math.min((double) to, one.start() + one.length());
    int last = Math.min(COLUMNS - 1, (int) ((end - from) / width));
    for (int column = (int) ((begin - from) / width); column <= last; column++) {
      double left = Math.max(begin, from + column * width);
      double right = Math.min(end, from + (column + 1) * width);
      busy[one.row()][column][one.state()] += Math.max(0, right - left) / width;
    }
  }

  private List<TaskStream.Cell> cells() {
    List<TaskStream.Cell> cells = new ArrayList<>();
    for (int row = 0; row < busy.length; row++) {
      for (int column = 0; busy[row] != null && column < COLUMNS; column++) {
        double sum = 0;
        int most = 0;
        for (int state = 0; state < busy[row][column].length; state++) {
          sum += busy[row][column][state];
          most = busy[row][column][state] > busy[row][column][most] ? state : most;
        }
        if (sum > 0) {
          cells.add(new TaskStream.Cell(row, column, UnitState.at(most), Math.min(1, sum)));
        }
      }
    }
    return cells;
  }

  /// The journal keeps one sum for each phase of an attempt: a bar of that length, where the phase
  /// first began or behind the one before it.
  private List<TaskStream.Piece> pieces(Path journal) throws IOException {
    List<TaskStream.Piece> pieces = new ArrayList<>();
    try (JournalIndex facts = JournalIndex.open(journal)) {
      if (facts.totals().keySet().stream().noneMatch(name -> name.startsWith("phase_wall/"))) {
        return pieces;
      }
      for (int bar = 0; bar < bars.size(); bar++) {
        TaskStream.Bar one = bars.get(bar);
        double left = 0;
        List<JournalIndex.PhaseLine> phases = facts.phases(one.unit(), one.epoch());
        for (JournalIndex.PhaseLine phase : phases) {
          left += phase.wallNanos() / 1e6;
        }
        double at = one.startMillis();
        for (JournalIndex.PhaseLine phase : phases) {
          double length = phase.wallNanos() / 1e6;
          double began = one.startMillis() + phase.firstNanos() / 1e6;
          at = Math.max(at, Math.min(began, one.startMillis() + one.lengthMillis() - left));
          pieces.add(new TaskStream.Piece(bar, phase.name(), at, length));
          at += length;
          left -= length;
        }
      }
    }
    return pieces;
  }

  /// Units that ended in each of equal stretches of time, those that are done and the others.
  static Map<Long, long[]> ended(UnitIndex.State index, UnitSums.Extent extent, int parts) {
    Map<Long, long[]> ended = new TreeMap<>();
    double width = Math.max(1, (extent.to() - extent.from()) / (double) parts);
    long[][] counts = new long[parts][2];
    for (UnitChunk chunk : index.chunks()) {
      for (int i = 0; i < chunk.size; i++) {
        boolean isDone = chunk.states[i] == UnitState.DONE.code();
        if (chunk.started[i] > 0 && (isDone || UnitState.at(chunk.states[i]).isFault())) {
          double end = chunk.started[i] + chunk.wall[i] / 1e6;
          int part = (int) ((end - extent.from()) / width);
          counts[Math.clamp(part, 0, parts - 1)][isDone ? 0 : 1]++;
        }
      }
    }
    for (int part = 0; part < parts; part++) {
      ended.put(extent.from() + Math.round(part * width), counts[part]);
    }
    return ended;
  }
}
