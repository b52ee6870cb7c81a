package io.sheaf.engine.run;

import io.sheaf.engine.journal.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.StringTokenizer;

/// Reads what the processes of a run use, from `/proc` where there is one. What they have started,
/// as commands, counts with them.
///
/// @param gpu told of by another program
record ProcessSampler(GpuMemory gpu) {
  private static final long PAGE_BYTES = 4096;

  /// Clock ticks of `/proc/PID/stat`; 100 a second on every Linux that Java runs on.
  private static final long TICK_MILLIS = 10;

  private static final int USER_TIME = 11;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  /// A process with a name and what it has started, itself first.
  private record Tree(String name, List<Long> processes) {
    static Tree of(String name, long pid) {
      return new Tree(name, new ArrayList<>(List.of(pid)));
    }
  }

  /// What this process and its workers used so far; those that are gone are left out.
  ///
  /// @param workers process numbers by name
  List<Sample> samples(Map<String, Long> workers, long nowMillis) {
    ProcessHandle coordinator = ProcessHandle.current();
    Map<Long, Tree> trees = new LinkedHashMap<>();
    trees.put(coordinator.pid(), Tree.of("coordinator", coordinator.pid()));
    workers.forEach((name, pid) -> trees.put(pid, Tree.of(name, pid)));
    coordinator
        .descendants()
        .filter(process -> !trees.containsKey(process.pid()))
        .forEach(process -> tree(process, trees).ifPresent(t -> t.processes.add(process.pid())));
    return trees.values().stream().flatMap(tree -> sample(tree, nowMillis).stream()).toList();
  }

  /// The tree that a process belongs to: that of its nearest ancestor with a name.
  private static Optional<Tree> tree(ProcessHandle process, Map<Long, Tree> trees) {
    Optional<ProcessHandle> above = process.parent();
    while (above.isPresent() && !trees.containsKey(above.get().pid())) {
      above = above.get().parent();
    }
    return above.map(found -> trees.get(found.pid()));
  }

  /// The sum over a process and what it has started; empty if it is gone.
  private Optional<Sample> sample(Tree tree, long nowMillis) {
    List<Long> processes = tree.processes;
    return use(processes.getFirst())
        .map(own -> processes.stream().skip(1).flatMap(p -> use(p).stream()).reduce(own, Use::plus))
        .map(
            sum ->
                new Sample(
                    nowMillis,
                    tree.name,
                    processes.getFirst(),
                    sum.rssBytes,
                    sum.cpuMillis,
                    sum.readBytes,
                    sum.writtenBytes,
                    gpu.held(processes)));
  }

  /// What one process used; -1 for bytes that the system does not tell.
  private record Use(long rssBytes, long cpuMillis, long readBytes, long writtenBytes) {
    Use plus(Use other) {
      return new Use(
          rssBytes + other.rssBytes,
          cpuMillis + other.cpuMillis,
          sum(readBytes, other.readBytes),
          sum(writtenBytes, other.writtenBytes));
    }

    private static long sum(long one, long other) {
      return one < 0 || other < 0 ? Math.max(one, other) : one + other;
    }
  }

  private static Optional<Use> use(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    try {
      String stat = Files.readString(proc.resolve("stat"));
      StringTokenizer fields = new StringTokenizer(stat.substring(stat.lastIndexOf(')') + 2));
      long ticks = 0;
      for (int i = 0; i <= CHILDREN_SYSTEM_TIME; i++) {
        String field = fields.nextToken();
        ticks += i >= USER_TIME ? Long.parseLong(field) : 0;
      }
      long rss = Long.parseLong(second(Files.readString(proc.resolve("statm")))) * PAGE_BYTES;
      String io = io(proc);
      return Optional.of(
          new Use(rss, ticks * TICK_MILLIS, field(io, "read_bytes: "), field(io, "write_bytes: ")));
    } catch (IOException | NumberFormatException | NoSuchElementException _) {
      return withoutProc(pid);
    }
  }

  private static Optional<Use> withoutProc(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toMillis)
        .map(cpu -> new Use(0, cpu, -1, -1));
  }

  private static String second(String text) {
    StringTokenizer fields = new StringTokenizer(text);
    fields.nextToken();
    return fields.nextToken();
  }

  private static String io(Path proc) {
    try {
      return Files.readString(proc.resolve("io"));
    } catch (IOException _) {
      return "";
    }
  }

  private static long field(String text, String name) {
    int at = text.indexOf(name);
    if (at < 0) {
      return -1;
    }
    int end = text.indexOf('\n', at);
    return Long.parseLong(text.substring(at + name.length(), end < 0 ? text.length() : end));
  }
}
