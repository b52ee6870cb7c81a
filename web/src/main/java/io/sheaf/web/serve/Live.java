package io.sheaf.web.serve;

import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Tells browsers what has changed on the page they show, as server-sent events, until they go.
///
/// A page is made once for all who look at it. Thread-safe.
///
/// - `piece`: `{"id", "html"}`, what the element of that id now is
/// - `stream`, `curves`: what scripts draw, as [Api] answers
/// - `tick`: `{"alive"}`, after pieces, and at the beginning
final class Live {
  static final int MOST_CLIENTS = 256;

  private static final Duration OFTEN = Duration.ofMillis(850);
  private static final Duration SELDOM = Duration.ofSeconds(2);

  /// Every how many looks the pieces are made that need not be made at each.
  private static final int SOON = 3;

  /// A picture is made so seldom that it costs a thousandth of a processor; more where it takes
  /// longer than 10 ms to make.
  private static final int REST = 1000;

  /// The first times say little of what the next will cost.
  private static final int TRIALS = 6;

  private static final long MOST_REST_NANOS = 10_000_000_000L;

  /// A page that nobody has followed for so long is made as if for the first time.
  private static final Duration FORGOTTEN = Duration.ofSeconds(5);

  private static final Duration WORD_AFTER = Duration.ofSeconds(15);
  private static final int MOST_PAGES = 1000;

  private final Site site;
  private final Semaphore places = new Semaphore(MOST_CLIENTS);
  private final Map<String, Shown> pages = new ConcurrentHashMap<>();

  Live(Site site) {
    this.site = site;
  }

  /// A piece or picture of a page and what is told of it.
  ///
  /// @param times how often it was made
  /// @param until before when it is not made again, in nanoseconds of the system's timer
  record Told(String content, String event, int times, long until) {}

  /// A page as it was made last.
  ///
  /// @param told its live pieces by id, and its pictures by name
  /// @param next when it is to be made again, in nanoseconds of the system's timer
  /// @param looks until all of its pieces are made again
  record Sight(Map<String, Told> told, boolean isAlive, long next, int looks) {
    static final Sight NONE = new Sight(Map.of(), false, 0, 0);

    /// What of it still counts.
    Sight asOf(long nanos) {
      return nanos - next > FORGOTTEN.toNanos() ? NONE : this;
    }
  }

  /// What is known of a page; guarded by itself.
  private static final class Shown {
    private @Nullable Sight sight;
  }

  /// Takes a place.
  ///
  /// @return whether there was one; then [#leave] gives it back
  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  /// Follows a page until the browser goes or the thread is interrupted.
  ///
  /// @param at the page's address
  void follow(String at, OutputStream out) throws IOException {
    Request request = Request.of("GET", at);
    Map<String, String> sent = new HashMap<>();
    long spoke = System.nanoTime();
    boolean isFirst = true;
    while (!Thread.currentThread().isInterrupted()) {
      Sight sight = sight(at, request);
      StringBuilder news = news(sight, sent);
      if (isFirst || !news.isEmpty()) {
        news.append(event("tick", Map.of("alive", sight.isAlive())));
      } else if (System.nanoTime() - spoke > WORD_AFTER.toNanos()) {
        news.append(": still here\n\n");
      }
      if (!news.isEmpty()) {
        out.write(news.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        spoke = System.nanoTime();
      }
      isFirst = false;
      // All who follow a page wake together, so that it is made once for them.
      if (!pause(Duration.ofNanos(Math.max(0, sight.next() - System.nanoTime())))) {
        return;
      }
    }
  }

  private static StringBuilder news(Sight sight, Map<String, String> sent) {
    StringBuilder news = new StringBuilder();
    sight
        .told()
        .forEach(
            (id, told) -> {
              if (!told.event().equals(sent.put(id, told.event()))) {
                news.append(told.event());
              }
            });
    return news;
  }

  private static String event(String name, Map<String, Object> content) {
    return "event: " + name + "\ndata: " + Json.value(content) + "\n\n";
  }

  private Sight sight(String at, Request request) throws IOException {
    if (pages.size() > MOST_PAGES) {
      pages.clear();
    }
    Shown shown = pages.computeIfAbsent(at, _ -> new Shown());
    synchronized (shown) {
      Sight known = shown.sight;
      long now = System.nanoTime();
      if (known == null || now - known.next() >= 0) {
        known = made(site.page(request), known == null ? Sight.NONE : known.asOf(now));
        shown.sight = known;
      }
      return known;
    }
  }

  /// Looks at a page.
  ///
  /// @param before as it was made the last time; a piece that is the same is not written again
  static Sight made(Page page, Sight before) throws IOException {
    boolean isWhole = before.looks() == 0 || !page.isAlive();
    Map<String, Told> told = new LinkedHashMap<>();
    for (Page.Piece piece : page.pieces()) {
      Told known = before.told().get(piece.id());
      switch (piece.renewal()) {
        case AT_ONCE -> told.put(piece.id(), told(piece, known));
        case SOON -> told.put(piece.id(), known == null || isWhole ? told(piece, known) : known);
        case NEVER -> {}
      }
    }
    for (Page.Picture picture : page.pictures()) {
      Told known = before.told().get(picture.name());
      // What rested while the run went on is made once more when it has ended.
      boolean stands =
          known != null
              && (page.isAlive() ? System.nanoTime() - known.until() < 0 : !before.isAlive());
      told.put(picture.name(), stands ? known : drawn(picture, known));
    }
    Duration rest = page.isAlive() ? OFTEN : SELDOM;
    return new Sight(
        told,
        page.isAlive(),
        System.nanoTime() + rest.toNanos(),
        isWhole ? SOON - 1 : before.looks() - 1);
  }

  private static Told told(Page.Piece piece, @Nullable Told known) throws IOException {
    String html = piece.html().markup();
    return known != null && known.content().equals(html)
        ? known
        : new Told(html, event("piece", Map.of("id", piece.id(), "html", html)), 1, 0);
  }

  private static Told drawn(Page.Picture picture, @Nullable Told known) {
    long began = System.nanoTime();
    String json;
    try {
      json = picture.drawn().json();
    } catch (IOException e) {
      json = Json.value(Map.of("error", String.valueOf(e.getMessage())));
    }
    long now = System.nanoTime();
    int times = known == null ? 1 : known.times() + 1;
    long rest = times < TRIALS ? 0 : Math.min((now - began) * REST, MOST_REST_NANOS);
    return new Told(
        json, "event: %s\ndata: %s\n\n".formatted(picture.name(), json), times, now + rest);
  }

  private static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
