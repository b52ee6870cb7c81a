package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// How every unit of a run stands, in memory: about 50 bytes for each, so that a million can be
/// filtered and sorted while somebody waits. Thread-safe.
///
/// A run that goes on is read again in parts: what is settled stays.
final class UnitIndex {
  private final Path journal;
  private final Map<String, Integer> workers = new HashMap<>();
  private volatile State state = new State(List.of(), List.of(""), UnitSums.NOTHING);

  /// All of it at a moment.
  ///
  /// @param chunks in the order of the plan
  /// @param workers their names by number; number 0 is nobody
  record State(List<UnitChunk> chunks, List<String> workers, UnitSums sums) {
    int size() {
      return chunks.isEmpty() ? 0 : chunks.getLast().from + chunks.getLast().size;
    }

    UnitChunk chunk(int unit) {
      return chunks.get(unit / UnitChunk.SIZE);
    }

    /// The position of a unit in the plan.
    OptionalInt find(String id) {
      byte[] wanted = id.getBytes(StandardCharsets.UTF_8);
      for (UnitChunk chunk : wanted.length == 0 ? List.<UnitChunk>of() : chunks) {
        int at = chunk.find(wanted);
        if (at >= 0) {
          return OptionalInt.of(chunk.from + at);
        }
      }
      return OptionalInt.empty();
    }

    UnitLine line(int unit) {
      UnitChunk chunk = chunk(unit);
      int i = unit - chunk.from;
      return new UnitLine(
          unit,
          chunk.id(i),
          UnitState.at(chunk.states[i]),
          chunk.attempts[i],
          chunk.started[i],
          chunk.wall[i],
          chunk.cpu[i],
          workers.get(chunk.workers[i]));
    }
  }

  UnitIndex(Path journal) {
    this.journal = journal;
    workers.put("", 0);
  }

  /// Reads what may have changed.
  ///
  /// @param isAlive whether attempts without an end are under way
  /// @param fromScratch whether what was settled may be so no more
  synchronized void refresh(boolean isAlive, boolean fromScratch) throws IOException {
    List<UnitChunk> before = state.chunks();
    List<UnitChunk> now = new ArrayList<>();
    try (JournalScan scan = JournalScan.open(journal)) {
      int size = scan.planSize();
      for (int from = 0; from < size; from += UnitChunk.SIZE) {
        int at = from / UnitChunk.SIZE;
        if (at >= before.size()) {
          now.add(UnitChunk.read(scan, from, isAlive, this::number));
        } else if (fromScratch || !before.get(at).isSettled()) {
          now.add(before.get(at).again(scan, isAlive, fromScratch, this::number));
        } else {
          now.add(before.get(at));
        }
      }
    }
    List<String> names = new ArrayList<>(Collections.nCopies(workers.size(), ""));
    workers.forEach((name, number) -> names.set(number, name));
    state = new State(List.copyOf(now), List.copyOf(names), UnitSums.of(now, names));
  }

  private int number(String worker) {
    return workers.computeIfAbsent(worker, _ -> workers.size());
  }

  State state() {
    return state;
  }
}
