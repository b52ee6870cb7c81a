package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Usage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Workers that come from other processes, of this or other machines, and may leave at any time.
/// Thread-safe.
///
/// They connect; whoever has the invitation is sent units. What is short travels in groups. A
/// worker that hangs up, or is silent for too long, has lost the unit it ran; what it had not begun
/// goes to others, and whatever it may still say is not heard. When nothing waits any more, a unit
/// that takes far longer than expected is given to an idle worker too: the first to finish counts.
/// Every worker writes files to a directory of its own, so that no two can disturb each other.
public final class RemotePool implements WorkerPool {
  private static final long LOOK_MILLIS = 100;
  private static final int HELLO_MILLIS = 60_000;
  private static final int SECRET_BYTES = 32;
  private static final int BACKLOG = 1000;

  private final Plan plan;
  private final Site site;
  private final Limits limits;
  private final PoolListener listener;
  private final Lease lease;
  private final ServerSocket door;
  private final String secret = secret();
  private final Deque<Assignment> waiting = new ArrayDeque<>();
  private final Set<Assignment> unsettled = new HashSet<>();
  private final Set<Remote> remotes = new LinkedHashSet<>();
  private final Pace pace = new Pace();
  private final CompletableFuture<String> first = new CompletableFuture<>();
  private int arrivals;
  private int underWay;
  private boolean closed;

  /// Opens the door.
  ///
  /// @param plan where assignments point to
  /// @param address at which workers can reach this process
  public RemotePool(
      Plan plan, Site site, Limits limits, PoolListener listener, Lease lease, InetAddress address)
      throws IOException {
    this.plan = plan;
    this.site = site;
    this.limits = limits;
    this.listener = listener;
    this.lease = lease;
    this.door = new ServerSocket(0, BACKLOG, address);
    Thread.ofVirtual().name("door").start(this::welcome);
    Thread.ofPlatform().daemon().name("lease").start(this::watch);
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// What to give to workers.
  ///
  /// @param host by which they find this machine
  public Invitation invitation(String host) {
    return new Invitation(host, door.getLocalPort(), secret);
  }

  /// Waits for the first worker.
  ///
  /// @throws IOException if it cannot work
  /// @throws TimeoutException if none comes
  public void awaitFirst(Duration most) throws IOException, TimeoutException {
    try {
      String complaint = first.get(most.toMillis(), TimeUnit.MILLISECONDS);
      if (!complaint.isEmpty()) {
        throw new IOException(complaint);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for workers", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A worker could not even come. Ends [#awaitFirst] if none has come before.
  public void sorry(String why) {
    if (!first.complete(why)) {
      listener.notice(why);
    }
  }

  /// There will be no workers any more.
  public synchronized void fail(String why) {
    first.complete(why);
    if (!closed) {
      listener.broken(why);
    }
  }

  /// Whether there is anybody to work now.
  public synchronized boolean hasWorkers() {
    return !remotes.isEmpty();
  }

  @Override
  public synchronized int slots() {
    return Math.max(1, remotes.size());
  }

  @Override
  public synchronized void start(Assignment assignment) {
    unsettled.add(assignment);
    waiting.add(assignment);
    handOut();
  }

  @Override
  public synchronized Map<Integer, String> running() {
    Map<Integer, String> running = new HashMap<>();
    for (Remote remote : remotes) {
      Assignment head = remote.sent().peek();
      if (head != null) {
        running.putIfAbsent(head.unit(), remote.name());
      }
    }
    return running;
  }

  @Override
  public synchronized void stop(boolean atCheckpoint) {
    for (Assignment unbegun = waiting.poll(); unbegun != null; unbegun = waiting.poll()) {
      settle(Completion.unbegun(unbegun));
    }
    remotes.forEach(remote -> remote.say(new Frame.Stop(atCheckpoint)));
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      remotes.forEach(Remote::hangUp);
    }
    try {
      door.close();
    } catch (IOException _) {
      // Nobody comes in any more in any case.
    }
  }

  /// Gives what waits to whoever has least to do.
  private void handOut() {
    int most = remotes.isEmpty() ? 0 : pace.ahead();
    int depth = remotes.isEmpty() ? 0 : underWay / remotes.size();
    for (; depth < most && !waiting.isEmpty(); depth++) {
      for (Remote remote : remotes) {
        if (remote.sent().size() <= depth && !waiting.isEmpty()) {
          send(waiting.remove(), remote);
        }
      }
    }
  }

  private void send(Assignment attempt, Remote remote) {
    underWay++;
    remote.send(
        attempt,
        new Frame.Start(attempt, plan.units().get(attempt.unit()), listener.restored(attempt)));
  }

  private void settle(Completion completion) {
    if (unsettled.remove(completion.assignment()) && !closed) {
      listener.ended(completion);
    }
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        if (!door.isClosed()) {
          listener.broken("no worker can connect any more: " + e.getMessage());
          return;
        }
      }
    }
  }

  /// One connection, from the first word to the last.
  private void serve(Socket socket) {
    Remote remote = null;
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(HELLO_MILLIS);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      remote = admit(socket, in);
      while (remote != null) {
        hear(remote, Frame.read(in));
      }
    } catch (IOException e) {
      if (remote == null && !(e instanceof SocketException)) {
        listener.notice("a connection to the workers' port was refused: " + e);
      }
    } finally {
      if (remote != null) {
        leave(remote);
      }
    }
  }

  private @Nullable Remote admit(Socket socket, DataInputStream in) throws IOException {
    byte[] told = in.readUTF().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(told, secret.getBytes(StandardCharsets.UTF_8))) {
      throw new IOException("it did not know the secret");
    }
    String place = in.readUTF();
    String complaint = in.readUTF();
    if (!complaint.isEmpty()) {
      sorry(complaint);
      return null;
    }
    socket.setSoTimeout(0);
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    synchronized (this) {
      if (closed) {
        return null;
      }
      String name = "worker-" + ++arrivals;
      out.writeUTF(name);
      Remote remote = new Remote(name, place, socket);
      remotes.add(remote);
      listener.notice(name + " is " + place);
      handOut();
      first.complete("");
      return remote;
    }
  }

  private void hear(Remote remote, Frame frame) throws IOException {
    synchronized (this) {
      remote.heard();
      Assignment head = remote.sent().peek();
      if (frame instanceof Frame.Ended(var outcome, var usage)) {
        ended(remote, outcome, usage);
      } else if (head != null && unsettled.contains(head)) {
        tell(head, frame);
      }
    }
  }

  private void tell(Assignment attempt, Frame frame) throws IOException {
    switch (frame) {
      case Frame.Saved(byte[] state) -> listener.saved(attempt, state);
      case Frame.Advanced(long done, long total) -> listener.advanced(attempt, done, total);
      case Frame.Defect(String trace) -> listener.defect(attempt, trace);
      case Frame.Notice(String line) -> listener.notice(line);
      case Frame.Beat _, Frame.Ready _, Frame.Ended _ -> {}
      case Frame.Start _, Frame.Stop _, Frame.Withdraw _ ->
          throw new IOException("the worker gives orders");
    }
  }

  private void ended(Remote remote, Outcome outcome, Usage usage) throws IOException {
    Assignment attempt = remote.finished();
    underWay--;
    if (unsettled.contains(attempt)) {
      pace.took(plan.units().get(attempt.unit()).weight(), usage.wallNanos());
      settle(new Completion(attempt, remote.name(), usage, adopted(remote, attempt, outcome)));
      for (Remote other : remotes) {
        if (attempt.equals(other.sent().peek())) {
          other.say(new Frame.Withdraw(attempt.unit(), attempt.epoch()));
        }
      }
    }
    if (outcome instanceof Outcome.OutOfMemory) {
      retire(remote);
    }
    handOut();
  }

  /// Lets a worker go whose process may lack threads or memory now; what it was sent waits again.
  private void retire(Remote remote) {
    remotes.remove(remote);
    underWay -= remote.sent().size();
    takeBack(remote);
    remote.giveUp(new Outcome.OutOfMemory("ran out of memory"));
  }

  private void takeBack(Remote remote) {
    while (!remote.sent().isEmpty()) {
      waiting.addFirst(remote.sent().removeLast());
    }
  }

  /// The files of the attempt that counts go where the coordinator looks for them.
  private Outcome adopted(Remote remote, Assignment attempt, Outcome outcome) {
    if (!(outcome instanceof Outcome.Done(var output)) || output.artefacts().isEmpty()) {
      return outcome;
    }
    Path made = site.of(remote.name()).scratch(attempt);
    try {
      Files.move(made, site.scratch(attempt), StandardCopyOption.ATOMIC_MOVE);
      return outcome;
    } catch (IOException e) {
      return new Outcome.Failed(
          "its files cannot be taken over from %s: %s".formatted(made, e.getMessage()), false);
    }
  }

  /// What it had not begun waits again; what it ran is lost, unless another runs it too.
  private synchronized void leave(Remote remote) {
    remotes.remove(remote);
    remote.hangUp();
    underWay -= remote.sent().size();
    long taken = remote.busyNanos(System.nanoTime());
    Assignment head = remote.sent().poll();
    takeBack(remote);
    if (closed) {
      return;
    }
    Outcome outcome = remote.autopsy();
    listener.notice(
        outcome instanceof Outcome.Lost
            ? outcome.message()
            : remote.name() + " is given up: its unit " + outcome.message());
    if (head != null && remotes.stream().noneMatch(other -> other.sent().contains(head))) {
      Usage usage = Usage.ofWall(System.currentTimeMillis() - taken / 1_000_000, taken);
      settle(new Completion(head, remote.name(), usage, outcome));
    }
    if (remotes.isEmpty()) {
      listener.notice("no worker is left; waiting for others");
    }
    handOut();
  }

  private void watch() {
    try {
      while (!door.isClosed()) {
        Thread.sleep(LOOK_MILLIS);
        look(System.nanoTime());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void look(long now) {
    for (Remote remote : remotes) {
      if (remote.silentNanos(now) > lease.silence().toNanos()) {
        long seconds = lease.silence().toSeconds();
        remote.giveUp(
            new Outcome.Lost(
                "%s (%s) silent for %d s,".formatted(remote.name(), remote.place(), seconds)));
      }
      Duration busy = Duration.ofNanos(remote.busyNanos(now));
      if (limits.timeout().isPresent() && busy.compareTo(limits.timeout().get()) > 0) {
        remote.giveUp(new Outcome.TimedOut(busy.toMillis()));
      }
    }
    if (waiting.isEmpty()) {
      copyStraggler(now);
    }
  }

  /// Gives a unit that takes too long to an idle worker as well.
  private void copyStraggler(long now) {
    Optional<Remote> idle = remotes.stream().filter(remote -> remote.sent().isEmpty()).findFirst();
    if (idle.isEmpty()) {
      return;
    }
    for (Remote remote : remotes) {
      Assignment head = remote.sent().peek();
      if (head != null
          && unsettled.contains(head)
          && pace.isSlow(plan.units().get(head.unit()).weight(), remote.busyNanos(now))
          && remotes.stream().filter(other -> other.sent().contains(head)).count() == 1) {
        listener.notice(
            "%s takes long on %s; %s tries it too"
                .formatted(plan.units().get(head.unit()).id(), remote.name(), idle.get().name()));
        send(head, idle.get());
        return;
      }
    }
  }
}
