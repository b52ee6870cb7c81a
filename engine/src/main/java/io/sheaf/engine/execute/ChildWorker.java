package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The inside of a worker that is not in the coordinator's process: runs one unit after the other
/// that it is sent.
///
/// Ends with its coordinator. When the pipe of a child process closes, so does the process,
/// whatever runs in it; a worker that is a guest in its process asks its unit to stop.
public final class ChildWorker {
  static final long BEAT_MILLIS = 1000;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Site site;
  private final DataOutputStream out;
  private final Runnable end;
  private final BlockingQueue<Frame.Start> waiting = new LinkedBlockingQueue<>();
  private volatile @Nullable RunningUnit current;
  private volatile boolean ended;
  private volatile boolean exhausted;

  private ChildWorker(Site site, OutputStream out, Runnable end) {
    this.site = site;
    this.out = new DataOutputStream(new BufferedOutputStream(out));
    this.end = end;
  }

  /// Serves the coordinator until it closes the pipe.
  ///
  /// @param in frames from the coordinator
  /// @param out frames to it; nothing else may write there
  public static void serve(Site site, InputStream in, OutputStream out) throws IOException {
    ChildWorker child = new ChildWorker(site, out, ChildWorker::halt);
    child.serve(new DataInputStream(new BufferedInputStream(in)));
  }

  /// Serves the coordinator until the connection ends, as a guest in its process.
  ///
  /// @param hangUp ends the connection
  /// @return whether its process is fit for more: the last unit did stop, none ran out of memory
  static boolean serveAsGuest(Site site, DataInputStream in, OutputStream out, Runnable hangUp)
      throws IOException {
    return new ChildWorker(site, out, hangUp).serve(in);
  }

  private boolean serve(DataInputStream in) throws IOException {
    Thread worker = Thread.ofPlatform().daemon().name("unit").start(this::work);
    Thread beat = Thread.ofPlatform().daemon().name("beat").start(this::beat);
    say(new Frame.Ready());
    try {
      while (true) {
        obey(Frame.read(in));
      }
    } catch (EOFException | SocketException _) {
      end.run();
    }
    ended = true;
    stop(false);
    worker.interrupt();
    beat.interrupt();
    try {
      return worker.join(GRACE) && !exhausted;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void obey(Frame frame) throws IOException {
    switch (frame) {
      case Frame.Start start -> waiting.add(start);
      case Frame.Stop(boolean atCheckpoint) -> stop(atCheckpoint);
      case Frame.Withdraw(int unit, int epoch) -> {
        RunningUnit running = current;
        if (running != null && running.is(unit, epoch)) {
          running.stop(false);
        }
      }
      case Frame other -> throw new IOException("the coordinator said " + other);
    }
  }

  private void stop(boolean atCheckpoint) {
    RunningUnit unit = current;
    if (unit != null) {
      unit.stop(atCheckpoint);
    }
  }

  private void work() {
    try {
      while (!ended) {
        run(waiting.take());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Frame.Start start) {
    RunningUnit unit = new RunningUnit(start.unit(), start.attempt(), site, new Telling(start));
    current = unit;
    Outcome outcome = unit.run();
    current = null;
    exhausted |= outcome instanceof Outcome.OutOfMemory;
    say(new Frame.Ended(outcome, unit.usage()));
  }

  private void beat() {
    try {
      while (!ended) {
        Thread.sleep(BEAT_MILLIS);
        say(new Frame.Beat());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A coordinator that cannot be told is gone; then there is nothing more to do.
  private synchronized void say(Frame frame) {
    try {
      frame.write(out);
      out.flush();
    } catch (IOException _) {
      end.run();
    }
  }

  private static void halt() {
    ProcessTree.endDescendants(ProcessHandle.current());
    Runtime.getRuntime().halt(0);
  }

  /// Passes on what a unit says.
  private final class Telling implements UnitEvents {
    private final Frame.Start start;

    Telling(Frame.Start start) {
      this.start = start;
    }

    @Override
    public void saved(byte[] state) {
      say(new Frame.Saved(state));
    }

    @Override
    public Optional<byte[]> restored() {
      return start.restored().map(byte[]::clone);
    }

    @Override
    public void advanced(long done, long total) {
      say(new Frame.Advanced(done, total));
    }

    @Override
    public void defect(String trace) {
      say(new Frame.Defect(trace));
    }

    @Override
    public void notice(String line) {
      say(new Frame.Notice(line));
    }
  }
}
