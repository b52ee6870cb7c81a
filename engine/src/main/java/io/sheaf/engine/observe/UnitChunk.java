package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// A stretch of the plan and how its units stand. Owns its arrays; does not change once it is read.
final class UnitChunk {
  static final int SIZE = 8192;

  final int from;
  final int size;

  /// The part in which units are not settled, positions in this chunk; empty if all are.
  private int open;

  private int openEnd;

  final byte[] states;
  final int[] attempts;
  final long[] started;
  final long[] wall;
  final long[] cpu;
  final short[] workers;

  /// Attempts before the last one of their unit.
  final List<JournalScan.Ran> earlier = new ArrayList<>();

  private final Names names;

  /// What the plan says of the units: ids, one behind the other, and whose they are.
  private static final class Names {
    private final byte[] text;
    private final int[] ends;
    private final boolean[] mine;

    Names(byte[] text, int[] ends, boolean[] mine) {
      this.text = text;
      this.ends = ends;
      this.mine = mine;
    }
  }

  private UnitChunk(int from, Names names) {
    this.from = from;
    this.names = names;
    this.size = names.ends.length;
    this.states = new byte[size];
    this.attempts = new int[size];
    this.started = new long[size];
    this.wall = new long[size];
    this.cpu = new long[size];
    this.workers = new short[size];
    this.openEnd = size;
  }

  /// As it was known, to be changed.
  private UnitChunk(UnitChunk known) {
    this.from = known.from;
    this.names = known.names;
    this.size = known.size;
    this.states = known.states.clone();
    this.attempts = known.attempts.clone();
    this.started = known.started.clone();
    this.wall = known.wall.clone();
    this.cpu = known.cpu.clone();
    this.workers = known.workers.clone();
    this.open = known.open;
    this.openEnd = known.openEnd;
    known.earlier.stream().filter(one -> !isOpen(one.unit())).forEach(earlier::add);
  }

  private boolean isOpen(int unit) {
    return unit >= from + open && unit < from + openEnd;
  }

  /// Reads it.
  ///
  /// @param isAlive whether attempts without an end are under way
  /// @param worker the number of a worker
  static UnitChunk read(
      JournalScan journal, int from, boolean isAlive, ToIntFunction<String> worker)
      throws IOException {
    return new UnitChunk(from, names(journal, from)).filled(journal, isAlive, worker);
  }

  /// The same stretch as it stands now.
  ///
  /// @param fromScratch whether what was settled may be so no more
  UnitChunk again(
      JournalScan journal, boolean isAlive, boolean fromScratch, ToIntFunction<String> worker)
      throws IOException {
    UnitChunk now = fromScratch ? new UnitChunk(from, names) : new UnitChunk(this);
    return now.filled(journal, isAlive, worker);
  }

  private static Names names(JournalScan journal, int from) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Integer> lengths = new ArrayList<>();
    List<Boolean> mine = new ArrayList<>();
    journal.units(
        from,
        from + SIZE,
        unit -> {
          text.append(unit.id());
          lengths.add(unit.id().getBytes(StandardCharsets.UTF_8).length);
          mine.add(unit.isMine());
        });
    int[] ends = new int[lengths.size()];
    boolean[] isMine = new boolean[ends.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = (i == 0 ? 0 : ends[i - 1]) + lengths.get(i);
      isMine[i] = mine.get(i);
    }
    return new Names(text.toString().getBytes(StandardCharsets.UTF_8), ends, isMine);
  }

  private UnitChunk filled(JournalScan journal, boolean isAlive, ToIntFunction<String> worker)
      throws IOException {
    for (int i = open; i < openEnd; i++) {
      states[i] = (names.mine[i] ? UnitState.WAITING : UnitState.ELSEWHERE).code();
    }
    List<JournalScan.Ran> last = new ArrayList<>();
    journal.attempts(
        from + open,
        from + openEnd,
        ran -> {
          if (!last.isEmpty() && last.getFirst().unit() == ran.unit()) {
            earlier.add(last.getFirst());
          }
          last.clear();
          last.add(ran);
          take(ran, isAlive, worker);
        });
    journal.settled(
        from + open,
        from + openEnd,
        one -> states[one.unit() - from] = UnitState.of(one.outcome()).code());
    while (open < openEnd && isSettled(open)) {
      open++;
    }
    while (openEnd > open && isSettled(openEnd - 1)) {
      openEnd--;
    }
    return this;
  }

  private boolean isSettled(int i) {
    return states[i] != UnitState.WAITING.code() && states[i] != UnitState.RUNNING.code();
  }

  private void take(JournalScan.Ran ran, boolean isAlive, ToIntFunction<String> worker) {
    int i = ran.unit() - from;
    attempts[i] = ran.epoch();
    started[i] = ran.startedMillis();
    wall[i] = ran.wallNanos();
    cpu[i] = ran.cpuNanos();
    workers[i] = (short) worker.applyAsInt(ran.worker());
    boolean runs = ran.outcome().isEmpty() && isAlive;
    states[i] = (runs ? UnitState.RUNNING : UnitState.WAITING).code();
  }

  /// Whether it stays as it is, unless results are withdrawn.
  boolean isSettled() {
    return open == openEnd;
  }

  String id(int i) {
    int begin = begin(i);
    return new String(names.text, begin, names.ends[i] - begin, StandardCharsets.UTF_8);
  }

  /// The unit of that id, -1 if it is not here.
  int find(byte[] id) {
    byte last = id[id.length - 1];
    int begin = 0;
    for (int i = 0; i < size; i++) {
      int end = names.ends[i];
      // Most differ in length or in the last letter already.
      if (end - begin == id.length
          && names.text[end - 1] == last
          && Arrays.equals(names.text, begin, end, id, 0, id.length)) {
        return i;
      }
      begin = end;
    }
    return -1;
  }

  /// Whether an id contains a text.
  ///
  /// @param wanted in small letters; letters beyond ASCII must be as they are
  boolean contains(int i, byte[] wanted) {
    int last = names.ends[i] - wanted.length;
    for (int at = begin(i); at <= last; at++) {
      if (isAt(at, wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int at, byte[] wanted) {
    for (int k = 0; k < wanted.length; k++) {
      byte one = names.text[at + k];
      if ((one >= 'A' && one <= 'Z' ? one + 32 : one) != wanted[k]) {
        return false;
      }
    }
    return true;
  }

  private int begin(int i) {
    return i == 0 ? 0 : names.ends[i - 1];
  }
}
