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
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The inside of a child process: runs one unit after the other that its coordinator sends.
///
/// Ends with its coordinator: when the pipe closes, so does the process, whatever runs in it.
public final class ChildWorker {
  static final long BEAT_MILLIS = 1000;

  private final Site site;
  private final DataOutputStream out;
  private final BlockingQueue<Frame.Start> waiting = new LinkedBlockingQueue<>();
  private volatile @Nullable RunningUnit current;

  private ChildWorker(Site site, OutputStream out) {
    this.site = site;
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /// Serves the coordinator until it closes the pipe.
  ///
  /// @param in frames from the coordinator
  /// @param out frames to it; nothing else may write there
  public static void serve(Site site, InputStream in, OutputStream out) throws IOException {
    new ChildWorker(site, out).serve(new DataInputStream(new BufferedInputStream(in)));
  }

  private void serve(DataInputStream in) throws IOException {
    Thread.ofPlatform().daemon().name("unit").start(this::work);
    Thread.ofPlatform().daemon().name("beat").start(this::beat);
    say(new Frame.Ready());
    try {
      while (true) {
        obey(Frame.read(in));
      }
    } catch (EOFException _) {
      end();
    }
  }

  private void obey(Frame frame) throws IOException {
    switch (frame) {
      case Frame.Start start -> waiting.add(start);
      case Frame.Stop(boolean atCheckpoint) -> stop(atCheckpoint);
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
      while (true) {
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
    say(new Frame.Ended(outcome, unit.usage()));
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(BEAT_MILLIS);
        say(new Frame.Beat());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A coordinator that cannot be told is gone; then this process has nothing more to do.
  private synchronized void say(Frame frame) {
    try {
      frame.write(out);
    } catch (IOException _) {
      end();
    }
  }

  private static void end() {
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
