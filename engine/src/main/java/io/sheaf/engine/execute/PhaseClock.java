package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.PhaseTime;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the time of one attempt goes: each moment counts for the innermost open phase. Confined to
/// the thread that made it.
final class PhaseClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long beganNanos = System.nanoTime();
  private final long beganCpu = THREADS.getCurrentThreadCpuTime();
  private final Map<String, Sum> sums = new LinkedHashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private long sinceNanos;
  private long sinceCpu;
  private long elsewhereCpu;

  private static final class Sum {
    private long calls;
    private long wall;
    private long cpu;
    private long first;
    private long last;
  }

  private final class Open implements Phase {
    private final Sum sum;
    private final RecordedPhase recorded;

    Open(String name, Sum sum) {
      this.sum = sum;
      this.recorded = new RecordedPhase(name);
      recorded.begin();
    }

    @Override
    public void close() {
      if (open.peek() != this) {
        throw new IllegalStateException("a phase was closed that is not the innermost open one");
      }
      charge();
      open.pop();
      sum.last = System.nanoTime() - beganNanos;
      recorded.commit();
    }
  }

  Phase enter(String name) {
    charge();
    Sum sum = sums.computeIfAbsent(name, _ -> new Sum());
    if (sum.calls++ == 0) {
      sum.first = System.nanoTime() - beganNanos;
    }
    Open phase = new Open(name, sum);
    open.push(phase);
    return phase;
  }

  /// Time that another process took for this attempt.
  void spent(long cpuNanos) {
    elsewhereCpu += cpuNanos;
    Open innermost = open.peek();
    if (innermost != null) {
      innermost.sum.cpu += cpuNanos;
    }
  }

  long wallNanos() {
    return System.nanoTime() - beganNanos;
  }

  long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime() - beganCpu + elsewhereCpu;
  }

  List<PhaseTime> phases() {
    return sums.entrySet().stream()
        .map(
            entry -> {
              Sum sum = entry.getValue();
              return new PhaseTime(
                  entry.getKey(), sum.calls, sum.wall, sum.cpu, sum.first, sum.last);
            })
        .toList();
  }

  /// Gives the time since the last change to the phase that has been open since then.
  private void charge() {
    long nanos = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    Open innermost = open.peek();
    if (innermost != null) {
      innermost.sum.wall += nanos - sinceNanos;
      innermost.sum.cpu += cpu - sinceCpu;
    }
    sinceNanos = nanos;
    sinceCpu = cpu;
  }
}
