package io.sheaf.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
  private final Plan plan = new Plan("x", 1, List.of(unit("first"), unit("second"), unit("third")));
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
      new Frame.Ended(DONE, Usage.ofWall(0, 1)).write(out);
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
    Thread worker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    assertThat(RemoteWorker.serve(invitation, "here", () -> site)).isTrue();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                });
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
  void doesNotHearWhoComesBackLate() throws Exception {
    RemotePool open = open(SHORT);
    open.start(attempt(0));
    try (Puppet late = Puppet.come(open)) {
      assertThat(late.takes()).isZero();
      assertThat(next().outcome()).isInstanceOf(Outcome.Lost.class);
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
