package io.sheaf.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.Usage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RemotePoolTest {
  private static final Lease SHORT = new Lease(Duration.ofMillis(300), Duration.ofSeconds(10));
  private static final Lease LONG = new Lease(Duration.ofSeconds(20), Duration.ofSeconds(10));
  private static final Outcome DONE = new Outcome.Done(new UnitOutput(List.of()));

  private final BlockingQueue<Completion> completions = new LinkedBlockingQueue<>();
  private final Plan plan =
      new Plan("x", 1, IntStream.range(0, 12).mapToObj(i -> unit("unit" + i)).toList());
  private @Nullable RemotePool pool;

  @TempDir private Path folder;

  private Site site;

  @BeforeEach
  void place() {
    site =
        new Site(
            (unit, context) -> {
              Files.writeString(context.scratch().resolve(unit.id()), "made");
              return new UnitOutput(List.of());
            },
            1,
            Optional.empty(),
            folder);
  }

  @AfterEach
  void end() {
    if (pool != null) {
      pool.close();
    }
  }

  private static Unit unit(String id) {
    return new Unit(id, id, 1, Map.of(), List.of());
  }

  private RemotePool open(Lease lease) throws IOException {
    pool =
        new RemotePool(
            plan,
            site,
            new Limits(2, Optional.empty()),
            new Noting(completions),
            lease,
            InetAddress.getLoopbackAddress());
    return pool;
  }

  private static Assignment attempt(int unit) {
    return new Assignment(unit, 1, "");
  }

  private Completion next() throws InterruptedException {
    Completion next = completions.poll(10, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  /// A worker that says what the test tells it to.
  private record Puppet(Socket socket, DataInputStream in, DataOutputStream out)
      implements AutoCloseable {
    static Puppet come(RemotePool pool, String secret) throws IOException {
      Invitation invitation = pool.invitation("127.0.0.1");
      Socket socket = new Socket(invitation.host(), invitation.port());
      Puppet puppet =
          new Puppet(
              socket,
              new DataInputStream(socket.getInputStream()),
              new DataOutputStream(socket.getOutputStream()));
      puppet.out.writeUTF(secret.isEmpty() ? invitation.secret() : secret);
      puppet.out.writeUTF("puppet");
      puppet.out.writeUTF("");
      return puppet;
    }

    static Puppet come(RemotePool pool) throws IOException {
      Puppet puppet = come(pool, "");
      assertThat(puppet.in.readUTF()).startsWith("worker-");
      return puppet;
    }

    int takes() throws IOException {
      return ((Frame.Start) Frame.read(in)).attempt().unit();
    }

    void ends() throws IOException {
      ends(DONE);
    }

    void ends(Outcome outcome) throws IOException {
      new Frame.Ended(outcome, Usage.ofWall(0, 1)).write(out);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void runsUnitsOnWhoeverComes() throws Exception {
    RemotePool open = open(LONG);
    open.start(attempt(0));
    Invitation invitation = open.invitation("127.0.0.1");
    Thread worker = Thread.ofVirtual().start(() -> assertThat(serve(invitation, site)).isTrue());
    assertThat(next().outcome()).isEqualTo(DONE);
    open.close();
    assertThat(worker.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void tellsWhyTheFirstCannotWork() throws Exception {
    RemotePool open = open(LONG);
    assertThatThrownBy(
            () ->
                RemoteWorker.serve(
                    open.invitation("127.0.0.1"),
                    "there",
                    () -> {
                      throw new IOException("no such directory");
                    }))
        .hasMessage("no such directory");
    assertThatThrownBy(() -> open.awaitFirst(Duration.ofSeconds(10)))
        .isInstanceOf(IOException.class)
        .hasMessage("there: no such directory");
  }

  @Test
  void doesNotListenToStrangers() throws Exception {
    RemotePool open = open(LONG);
    open.start(attempt(0));
    assertThatThrownBy(
            () -> {
              try (Puppet stranger = Puppet.come(open, "guess")) {
                stranger.in.readUTF();
              }
            })
        .as("it is hung up on, while it speaks or after")
        .isInstanceOf(IOException.class);
    try (Puppet friend = Puppet.come(open)) {
      assertThat(friend.takes()).isZero();
    }
  }

  @Test
  void keepsTheSecretOutOfLogs() throws Exception {
    Invitation invitation = open(LONG).invitation("127.0.0.1");
    assertThat(invitation).asString().doesNotContain(invitation.secret());
  }

  /// As on a file system that shows them late, or not at all.
  @Test
  void failsAUnitWhoseFilesAreNotThere() throws Exception {
    RemotePool open = open(LONG);
    open.start(attempt(0));
    try (Puppet puppet = Puppet.come(open)) {
      assertThat(puppet.takes()).isZero();
      puppet.ends(
          new Outcome.Done(
              new UnitOutput(List.of(), List.of(new Artefact("a", "0".repeat(64), 1)))));
      assertThat(next().outcome())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.message()).contains("cannot be taken over from " + folder));
    }
  }

  @Test
  void doesNotHearWhoComesBackLate() throws Exception {
    RemotePool open = open(SHORT);
    open.start(attempt(0));
    try (Puppet late = Puppet.come(open)) {
      assertThat(late.takes()).isZero();
      Completion lost = next();
      assertThat(lost.outcome()).isInstanceOf(Outcome.Lost.class);
      assertThat(lost.usage().wallNanos()).as("what was lost").isGreaterThan(200_000_000);
      try {
        late.ends();
        late.ends();
      } catch (IOException _) {
        // The pool has hung up.
      }
      open.start(new Assignment(0, 2, "again"));
      try (Puppet other = Puppet.come(open)) {
        assertThat(other.takes()).isZero();
        other.ends();
        assertThat(next().assignment().epoch()).isEqualTo(2);
      }
    }
    assertThat(completions).isEmpty();
  }

  @Test
  void givesWhatWasNotBegunToOthers() throws Exception {
    RemotePool open = open(LONG);
    try (Puppet first = Puppet.come(open)) {
      open.start(attempt(0));
      assertThat(first.takes()).isZero();
      first.ends();
      assertThat(next().outcome()).isEqualTo(DONE);
      open.start(attempt(1));
      open.start(attempt(2));
      assertThat(first.takes()).isEqualTo(1);
      assertThat(first.takes()).as("short units travel together").isEqualTo(2);
    }
    assertThat(next().outcome()).isInstanceOf(Outcome.Lost.class);
    try (Puppet second = Puppet.come(open)) {
      assertThat(second.takes()).isEqualTo(2);
      second.ends();
      assertThat(next()).matches(one -> one.assignment().unit() == 2);
    }
  }

  @Test
  void givesASlowUnitToAnIdleWorkerToo() throws Exception {
    RemotePool open = open(LONG);
    try (Puppet slow = Puppet.come(open)) {
      for (int unit = 0; unit < 10; unit++) {
        open.start(attempt(unit));
        assertThat(slow.takes()).isEqualTo(unit);
        slow.ends();
        next();
      }
      open.start(attempt(10));
      assertThat(slow.takes()).isEqualTo(10);
      try (Puppet idle = Puppet.come(open)) {
        assertThat(idle.takes()).as("a copy, after some seconds").isEqualTo(10);
        idle.ends();
        assertThat(next().assignment().unit()).isEqualTo(10);
        assertThat(Frame.read(slow.in)).isEqualTo(new Frame.Withdraw(10, 1));
        slow.ends();
        open.start(attempt(11));
        assertThat(idle.takes()).isEqualTo(11);
        idle.ends();
        assertThat(next().assignment().unit()).as("the copy counted once").isEqualTo(11);
      }
    }
  }

  /// An order that comes late must not hit the next unit.
  @Test
  void stopsOnlyTheAttemptThatIsWithdrawn() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    Site waiting =
        new Site(
            (_, context) -> {
              began.countDown();
              while (!context.isCancelled()) {
                Thread.sleep(1);
              }
              throw new InterruptedException("as it was told to");
            },
            1,
            Optional.empty(),
            folder);
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Invitation invitation = new Invitation("127.0.0.1", door.getLocalPort(), "secret");
      Thread.ofVirtual().start(() -> serve(invitation, waiting));
      try (Socket socket = door.accept()) {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        in.readUTF();
        in.readUTF();
        in.readUTF();
        out.writeUTF("worker-1");
        new Frame.Start(new Assignment(3, 2, ""), unit("x"), Optional.empty()).write(out);
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        new Frame.Withdraw(3, 1).write(out);
        new Frame.Withdraw(2, 2).write(out);
        assertThat(untilTheEnd(in, 1500)).as("it goes on").isEmpty();
        new Frame.Withdraw(3, 2).write(out);
        assertThat(untilTheEnd(in, 10_000))
            .hasValueSatisfying(
                end -> assertThat(end.outcome()).isEqualTo(new Outcome.Cancelled()));
      }
    }
  }

  private static boolean serve(Invitation invitation, Site site) {
    try {
      return RemoteWorker.serve(invitation, "here", () -> site);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The end of the unit, if it comes in time.
  private static Optional<Frame.Ended> untilTheEnd(DataInputStream in, int millis)
      throws IOException {
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() - end < 0) {
      if (Frame.read(in) instanceof Frame.Ended ended) {
        return Optional.of(ended);
      }
    }
    return Optional.empty();
  }

  @Test
  void leavesNothingUnsaidWhenItStops() throws Exception {
    RemotePool open = open(LONG);
    open.start(attempt(0));
    open.stop(true);
    assertThat(next().outcome()).isEqualTo(new Outcome.Cancelled());
  }

  /// Keeps completions.
  private record Noting(BlockingQueue<Completion> completions) implements PoolListener {
    @Override
    public void ended(Completion completion) {
      completions.add(completion);
    }

    @Override
    public void defect(Assignment attempt, String trace) {}

    @Override
    public void saved(Assignment attempt, byte[] state) {}

    @Override
    public Optional<byte[]> restored(Assignment attempt) {
      return Optional.empty();
    }

    @Override
    public void advanced(Assignment attempt, long done, long total) {}

    @Override
    public void broken(String why) {}

    @Override
    public void notice(String line) {}
  }
}
