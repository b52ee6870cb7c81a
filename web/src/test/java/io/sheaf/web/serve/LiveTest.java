package io.sheaf.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.web.Html;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LiveTest {
  private static final Pattern COUNT = Pattern.compile("(\\d+)<small> of 12 units");
  private static final Pattern UNIT =
      Pattern.compile("\"started\":\"([^\"]+)\",\"wall_seconds\":([0-9.E-]+)");

  @TempDir private Path temporary;

  /// A browser that follows a page.
  private record Follower(Socket socket, BufferedReader in) implements AutoCloseable {
    static Follower of(Served served, String at) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port());
      socket.setSoTimeout(20_000);
      String request =
          "GET /live?at=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(at, served.port(), Served.TOKEN);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new Follower(
          socket,
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    int status() throws IOException {
      return Integer.parseInt(
          in.readLine().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    /// Reads on until a line has this.
    String await(String part) throws IOException {
      String line = in.readLine();
      while (line != null && !line.contains(part)) {
        line = in.readLine();
      }
      return String.valueOf(line);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  @Timeout(60)
  void tellsOfARunThatBeginsWhileThePageIsOpen() throws IOException {
    try (Served served = new Served(temporary, Optional.empty());
        Follower follower = Follower.of(served, "/")) {
      assertThat(follower.status()).isEqualTo(200);
      assertThat(follower.await("No runs here yet")).contains("\"id\":\"totals\"");
      assertThat(follower.await("alive")).contains("{\"alive\":false}");
      Served.run(temporary.resolve("later"), "units=2", "failing=1");
      assertThat(follower.await("later")).contains("\"id\":\"runs\"", "state failed");
    }
  }

  /// The limit on a machine at rest is a second; here it is only told apart from never.
  @Test
  @Timeout(120)
  void aUnitsEndIsToldSoon() throws Exception {
    Thread run = Thread.ofPlatform().start(() -> goOn(temporary.resolve("going")));
    try (Served served = new Served(temporary, Optional.empty())) {
      while (!served.page("/runs/going").contains("of 12 units")) {
        Thread.onSpinWait();
      }
      long[] toldMillis = new long[13];
      try (Follower follower = Follower.of(served, "/runs/going")) {
        int done = 0;
        while (done < 12) {
          Matcher head = COUNT.matcher(follower.await("of 12 units"));
          assertThat(head.find()).isTrue();
          int now = Integer.parseInt(head.group(1));
          Arrays.fill(toldMillis, done + 1, now + 1, System.currentTimeMillis());
          done = now;
        }
      }
      run.join();
      List<Long> ended =
          UNIT.matcher(served.page("/api/runs/going/units"))
              .results()
              .map(
                  one ->
                      Instant.parse(one.group(1)).toEpochMilli()
                          + (long) (1000 * Double.parseDouble(one.group(2))))
              .sorted()
              .toList();
      assertThat(ended).hasSize(12);
      for (int unit = 1; unit <= 12; unit++) {
        assertThat(toldMillis[unit] - ended.get(unit - 1))
            .as("unit " + unit)
            .isBetween(0L, 10_000L);
      }
    }
  }

  @Test
  void whatFewLookAtIsMadeAtEveryThirdLookAndAtTheEnd() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Page.Piece rare = Page.Piece.soon("rare", () -> Html.tag("p", made.incrementAndGet()));
    Live.Sight sight = Live.Sight.NONE;
    for (int look = 0; look < 7; look++) {
      sight = Live.made(new Page("", List.of(), true, List.of(rare)), sight);
    }
    assertThat(made).hasValue(3);
    assertThat(sight.told().toString()).contains("<p>3</p>");
    sight = Live.made(new Page("", List.of(), false, List.of(rare)), sight);
    assertThat(sight.told().toString()).contains("<p>4</p>");
  }

  @Test
  void picturesAreMadeWhileTheRunGoesOnAndOnceMoreAtItsEnd() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Page.Picture picture =
        new Page.Picture("stream", () -> "{\"n\":" + made.incrementAndGet() + "}");
    Live.Sight sight = Live.Sight.NONE;
    for (int look = 0; look < 3; look++) {
      sight = Live.made(page(true, picture), sight);
    }
    assertThat(made).hasValue(3);
    assertThat(sight.told().toString()).contains("event: stream\ndata: {\"n\":3}\n\n");
    for (int look = 0; look < 3; look++) {
      sight = Live.made(page(false, picture), sight);
    }
    assertThat(made).hasValue(4);
    Live.made(page(false, picture), sight.asOf(sight.next() + 6_000_000_000L));
    assertThat(made).hasValue(5);
  }

  @Test
  void picturesThatTakeLongAreMadeSeldomAndOnceMoreAtTheEnd() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Page.Picture picture =
        new Page.Picture(
            "stream",
            () -> {
              made.incrementAndGet();
              LockSupport.parkNanos(20_000_000);
              return "{}";
            });
    Live.Sight sight = Live.Sight.NONE;
    for (int look = 0; look < 20; look++) {
      sight = Live.made(page(true, picture), sight);
    }
    assertThat(made).hasValue(6);
    for (int look = 0; look < 2; look++) {
      sight = Live.made(page(false, picture), sight);
    }
    assertThat(made).hasValue(7);
  }

  @Test
  void saysWhyAPictureCannotBeMade() throws IOException {
    Page.Picture picture =
        new Page.Picture(
            "stream",
            () -> {
              throw new IOException("the journal is damaged");
            });
    assertThat(Live.made(page(true, picture), Live.Sight.NONE).told().toString())
        .contains("{\"error\":\"the journal is damaged\"}");
  }

  private static Page page(boolean isAlive, Page.Picture picture) {
    return new Page("", List.of(), isAlive, List.of(), List.of(picture));
  }

  private static void goOn(Path directory) {
    try {
      Served.run(directory, "units=12", "duration_ms=500");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Who is typing there must not be disturbed.
  @Test
  @Timeout(60)
  void theSearchFieldOfResultsIsNeverReplaced() throws IOException, InterruptedException {
    Served.run(temporary.resolve("one"), "units=3");
    try (Served served = new Served(temporary, Optional.empty());
        Follower follower = Follower.of(served, "/runs/one/results")) {
      assertThat(served.page("/runs/one/results")).contains("type=\"search\"");
      assertThat(follower.await("3 rows")).doesNotContain("search");
    }
  }

  @Test
  void anAddressThatIsNoPageIsRefused() throws IOException, InterruptedException {
    try (Served served = new Served(temporary, Optional.empty())) {
      assertThat(served.status("/live?at=/runs/none")).isEqualTo(404);
      assertThat(served.status("/live?at=http://elsewhere")).isEqualTo(404);
    }
  }

  @Test
  @Timeout(120)
  void fiveHundredFollowersLeaveRoomForPages() throws IOException, InterruptedException {
    Served.run(temporary.resolve("one"), "units=3");
    try (Served served = new Served(temporary, Optional.empty())) {
      List<Follower> followers = new ArrayList<>();
      int welcome = 0;
      for (int i = 0; i < 500; i++) {
        Follower follower = Follower.of(served, "/runs/one");
        followers.add(follower);
        int status = follower.status();
        assertThat(status).isIn(200, 503);
        welcome += status == 200 ? 1 : 0;
      }
      assertThat(welcome).isEqualTo(Live.MOST_CLIENTS);
      assertThat(served.page("/runs/one")).contains("completed");
      followers.getFirst().await("event: tick");
      for (Follower follower : followers) {
        follower.close();
      }
      assertThat(served.status("/runs/one")).isEqualTo(200);
    }
  }
}
