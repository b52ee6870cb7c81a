package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A worker elsewhere, as its pool sees it. Guarded by the pool, except [#say] and [#hangUp].
final class Remote {
  private final String name;
  private final String place;
  private final Socket socket;
  private final BlockingQueue<Frame> outbox = new LinkedBlockingQueue<>();
  private final Deque<Assignment> sent = new ArrayDeque<>();
  private final Thread writer;
  private long heardNanos = System.nanoTime();
  private long headNanos;
  private @Nullable Outcome givenUp;

  Remote(String name, String place, Socket socket) {
    this.name = name;
    this.place = place;
    this.socket = socket;
    this.writer = Thread.ofVirtual().name(name).start(this::write);
  }

  String name() {
    return name;
  }

  String place() {
    return place;
  }

  /// What it was sent and has not finished, in order: it runs the first.
  Deque<Assignment> sent() {
    return sent;
  }

  void send(Assignment attempt, Frame.Start start) {
    if (sent.isEmpty()) {
      headNanos = System.nanoTime();
    }
    sent.add(attempt);
    say(start);
  }

  /// It finished the first.
  Assignment finished() throws IOException {
    Assignment attempt = sent.poll();
    if (attempt == null) {
      throw new IOException(name + " finished what it was not sent");
    }
    headNanos = System.nanoTime();
    return attempt;
  }

  void heard() {
    heardNanos = System.nanoTime();
  }

  long silentNanos(long now) {
    return now - heardNanos;
  }

  /// How long it has been at the first.
  long busyNanos(long now) {
    return sent.isEmpty() ? 0 : now - headNanos;
  }

  /// Does not listen to it any more.
  ///
  /// @param outcome what that means for the unit it runs
  void giveUp(Outcome outcome) {
    if (givenUp == null) {
      givenUp = outcome;
    }
    hangUp();
  }

  Outcome autopsy() {
    return givenUp == null ? new Outcome.Lost(name + " (" + place + ")") : givenUp;
  }

  /// Never blocks: a worker that does not read must not hold up the coordinator.
  void say(Frame frame) {
    outbox.add(frame);
  }

  void hangUp() {
    writer.interrupt();
    try {
      socket.close();
    } catch (IOException _) {
      // It is closed as far as it can be.
    }
  }

  /// Frames that wait together travel together.
  private void write() {
    try {
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      List<Frame> frames = new ArrayList<>();
      while (true) {
        frames.add(outbox.take());
        outbox.drainTo(frames);
        for (Frame frame : frames) {
          frame.write(out);
        }
        out.flush();
        frames.clear();
      }
    } catch (IOException _) {
      hangUp();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
