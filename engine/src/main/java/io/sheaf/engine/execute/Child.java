package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A child process as its coordinator sees it. Driven by one thread; [#look] and [#kill] may be
/// called by others.
final class Child implements AutoCloseable {
  /// What `-XX:+ExitOnOutOfMemoryError` ends with.
  private static final int OUT_OF_MEMORY = 3;

  private static final int SIGNAL = 128;
  private static final long END_MILLIS = 2000;

  private final Process process;
  private final int heapFactor;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final long oomKills = oomKills();
  private volatile long heardNanos = System.nanoTime();
  private volatile boolean ready;
  private volatile @Nullable Outcome givenUp;

  private Child(Process process, int heapFactor) {
    this.process = process;
    this.heapFactor = heapFactor;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /// Starts a child.
  ///
  /// @param log where its standard error goes
  static Child start(List<String> command, int heapFactor, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new Child(builder.start(), heapFactor);
  }

  long pid() {
    return process.pid();
  }

  int heapFactor() {
    return heapFactor;
  }

  boolean isReady() {
    return ready;
  }

  boolean isAlive() {
    return process.isAlive() && givenUp == null;
  }

  void say(Frame frame) throws IOException {
    synchronized (out) {
      frame.write(out);
      out.flush();
    }
  }

  /// The next frame.
  ///
  /// @throws IOException if the child is gone
  Frame hear() throws IOException {
    Frame frame = Frame.read(in);
    heardNanos = System.nanoTime();
    ready = true;
    return frame;
  }

  /// Gives it up if it has been silent for too long.
  void look(Lease lease, long nowNanos) {
    Duration allowed = ready ? lease.silence() : lease.start();
    if (nowNanos - heardNanos > allowed.toNanos()) {
      kill(
          new Outcome.Lost(
              "worker process %d silent for %d s,".formatted(pid(), allowed.toSeconds())));
    }
  }

  /// The coordinator was asleep: what was said meanwhile may still lie in the pipe.
  void forgive(long nowNanos) {
    heardNanos = nowNanos;
  }

  /// Kills it and all it has started.
  ///
  /// @param outcome what this means for the unit it runs
  void kill(Outcome outcome) {
    if (givenUp == null) {
      givenUp = outcome;
    }
    ProcessTree.kill(process.toHandle());
  }

  /// What the end of the process means for the unit that it was running. Waits for the end.
  Outcome autopsy() throws InterruptedException {
    if (!process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS)) {
      kill(new Outcome.Lost("worker process %d spoke nonsense and".formatted(pid())));
      process.waitFor();
    }
    Outcome known = givenUp;
    if (known != null) {
      return known;
    }
    int code = process.exitValue();
    if (code == OUT_OF_MEMORY) {
      return new Outcome.OutOfMemory("the heap of its worker was full");
    }
    if (code == SIGNAL + 9 && oomKills() > oomKills) {
      return new Outcome.OutOfMemory("the system killed its worker for lack of memory");
    }
    return new Outcome.Lost(
        code > SIGNAL
            ? "worker process %d (signal %d)".formatted(pid(), code - SIGNAL)
            : "worker process %d (exit code %d)".formatted(pid(), code));
  }

  /// Closing the pipe ends it; it has nothing to lose.
  @Override
  public void close() {
    ProcessTree.kill(process.toHandle());
  }

  /// How often the system has killed for lack of memory, 0 where it does not tell.
  private static long oomKills() {
    Path counters = Path.of("/proc/vmstat");
    try {
      return Files.exists(counters)
          ? Files.readAllLines(counters).stream()
              .filter(line -> line.startsWith("oom_kill "))
              .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
              .sum()
          : 0;
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }
}
