package io.sheaf.engine.observe;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What comes out of all units of an index together. Immutable.
///
/// @param counts how many units are in each state
/// @param extent when the first attempt began and the last one ended
/// @param workers what each of them did, by name
/// @param repeated how attempts ended behind which there were others
record UnitSums(
    Map<UnitState, Integer> counts,
    Extent extent,
    List<WorkerLine> workers,
    Map<UnitState, Integer> repeated) {
  static final UnitSums NOTHING = new UnitSums(Map.of(), new Extent(0, 0), List.of(), Map.of());

  /// A stretch of time, in milliseconds of the epoch; 0 to 0 before anything began.
  record Extent(long from, long to) {}

  static UnitSums of(List<UnitChunk> chunks, List<String> workers) {
    Adding adding = new Adding(workers.size());
    chunks.forEach(adding::take);
    Comparator<WorkerLine> byName =
        Comparator.comparingInt((WorkerLine one) -> one.name().length())
            .thenComparing(WorkerLine::name);
    return new UnitSums(
        adding.counts(),
        adding.last == 0
            ? new Extent(0, 0)
            : new Extent(adding.first, Math.max(adding.last, adding.first + 1)),
        IntStream.range(0, workers.size())
            .filter(i -> !workers.get(i).isEmpty())
            .mapToObj(i -> adding.line(workers.get(i), i))
            .sorted(byName)
            .toList(),
        adding.repeated);
  }

  /// Owns its arrays.
  private static final class Adding {
    private final int[] states = new int[UnitState.values().length];
    private final long[] attempts;
    private final long[] done;
    private final long[] wall;
    private final long[] cpu;
    private final Map<UnitState, Integer> repeated = new EnumMap<>(UnitState.class);
    private long first = Long.MAX_VALUE;
    private long last;

    Adding(int workers) {
      attempts = new long[workers];
      done = new long[workers];
      wall = new long[workers];
      cpu = new long[workers];
    }

    void take(UnitChunk chunk) {
      for (int i = 0; i < chunk.size; i++) {
        states[chunk.states[i]]++;
        if (chunk.started[i] > 0) {
          first = Math.min(first, chunk.started[i]);
          // An attempt of less than a millisecond lies before the end, too.
          last = Math.max(last, chunk.started[i] + chunk.wall[i] / 1_000_000 + 1);
          int worker = chunk.workers[i];
          attempts[worker]++;
          done[worker] += chunk.states[i] == UnitState.DONE.code() ? 1 : 0;
          wall[worker] += chunk.wall[i];
          cpu[worker] += chunk.cpu[i];
        }
      }
      chunk.earlier.forEach(
          one -> {
            first = Math.min(first, one.startedMillis());
            repeated.merge(UnitState.of(one.outcome()), 1, Integer::sum);
          });
    }

    Map<UnitState, Integer> counts() {
      Map<UnitState, Integer> counts = new EnumMap<>(UnitState.class);
      for (UnitState state : UnitState.values()) {
        counts.put(state, states[state.code()]);
      }
      return counts;
    }

    WorkerLine line(String name, int i) {
      return new WorkerLine(name, attempts[i], done[i], wall[i], cpu[i]);
    }
  }
}
