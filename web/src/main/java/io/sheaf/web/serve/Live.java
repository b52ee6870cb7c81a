package io.sheaf.web.serve;

import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Tells browsers what has changed on the page they show, as server-sent events, until they go.
///
/// A page is made once for all who look at it. Thread-safe.
///
/// - `piece`: `{"id", "html"}`, what the element of that id now is
/// - `tick`: `{"alive"}`, after pieces, and at the beginning
final class Live {
  static final int MOST_CLIENTS = 256;

  private static final Duration OFTEN = Duration.ofMillis(850);
  private static final Duration SELDOM = Duration.ofSeconds(2);
  private static final long FRESH_NANOS = 700_000_000;
  private static final int WORD_AFTER_MILLIS = 15_000;
  private static final int MOST_PAGES = 1000;

  private final Site site;
  private final Semaphore places = new Semaphore(MOST_CLIENTS);
  private final Map<String, Shown> pages = new ConcurrentHashMap<>();

  Live(Site site) {
    this.site = site;
  }

  /// A page as it was made last.
  private static final class Shown {
    private long nanos;
    private Page page = new Page("", List.of(), false, List.of());
    private boolean isMade;
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
    long quietMillis = 0;
    boolean isFirst = true;
    while (!Thread.currentThread().isInterrupted()) {
      Page page = page(at, request);
      StringBuilder news = news(page, sent);
      if (isFirst || !news.isEmpty()) {
        event(news, "tick", Json.value(Map.of("alive", page.isAlive())));
      } else if (quietMillis >= WORD_AFTER_MILLIS) {
        news.append(": still here\n\n");
      }
      if (!news.isEmpty()) {
        out.write(news.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        quietMillis = 0;
      }
      isFirst = false;
      Duration pause = page.isAlive() ? OFTEN : SELDOM;
      quietMillis += pause.toMillis();
      if (!pause(pause)) {
        return;
      }
    }
  }

  private static StringBuilder news(Page page, Map<String, String> sent) {
    StringBuilder news = new StringBuilder();
    for (Page.Piece piece : page.pieces()) {
      String html = piece.html().markup();
      if (piece.isLive() && !html.equals(sent.put(piece.id(), html))) {
        event(news, "piece", Json.value(Map.of("id", piece.id(), "html", html)));
      }
    }
    return news;
  }

  private static void event(StringBuilder news, String name, String json) {
    news.append("event: ").append(name).append("\ndata: ").append(json).append("\n\n");
  }

  private Page page(String at, Request request) throws IOException {
    if (pages.size() > MOST_PAGES) {
      pages.clear();
    }
    Shown shown = pages.computeIfAbsent(at, _ -> new Shown());
    synchronized (shown) {
      long now = System.nanoTime();
      if (!shown.isMade || now - shown.nanos > FRESH_NANOS) {
        shown.page = site.page(request);
        shown.nanos = now;
        shown.isMade = true;
      }
      return shown.page;
    }
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
