package io.sheaf.web.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.sheaf.engine.observe.Json;
import io.sheaf.web.Html;
import io.sheaf.web.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes requests from the network, has the gate look at each, and sends what the site answers.
/// Thread-safe.
final class Door implements HttpHandler {
  private static final int MOST_BODY_BYTES = 8192;
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          // With `no-referrer`, browsers would send `Origin: null` with our own forms.
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final Gate gate;
  private final Site site;
  private final AssetFiles assets;
  private final Live live;
  private final Consumer<String> complain;

  /// @param complain is told of what should not happen
  Door(Gate gate, Site site, AssetFiles assets, Consumer<String> complain) {
    this.gate = gate;
    this.site = site;
    this.assets = assets;
    this.live = new Live(site);
    this.complain = complain;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String address = exchange.getRequestURI().toString();
      boolean wasLetIn = false;
      try {
        Request request = Request.of(exchange.getRequestMethod(), address);
        Optional<String> token = request.optional("token");
        boolean isNew = gate.admit(knock(exchange, address), token);
        wasLetIn = true;
        if (isNew) {
          exchange.getResponseHeaders().set("Set-Cookie", gate.cookie());
          send(exchange, Answer.elsewhere(withoutToken(address)));
        } else if (request.part(0).equals("live")) {
          follow(exchange, request);
        } else {
          send(exchange, answer(exchange, request, address));
        }
      } catch (Refusal e) {
        send(exchange, refused(e, address, wasLetIn));
      } catch (NoSuchElementException e) {
        send(exchange, refused(new Refusal(404, words(e)), address, wasLetIn));
      } catch (IllegalArgumentException e) {
        send(exchange, refused(new Refusal(400, words(e)), address, wasLetIn));
      }
    } catch (IOException e) {
      // Most often the browser has gone; then nobody can be told.
      complain.accept(words(e));
    }
  }

  /// What cannot be read is said, as everything else.
  private Answer answer(HttpExchange exchange, Request request, String address) throws IOException {
    Request body = body(exchange);
    try {
      return site.answer(request, address, body);
    } catch (IOException | IllegalStateException e) {
      complain.accept(address + ": " + words(e));
      throw new Refusal(500, words(e));
    }
  }

  private static String words(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static Gate.Knock knock(HttpExchange exchange, String address) {
    Headers headers = exchange.getRequestHeaders();
    long bytes =
        headers.entrySet().stream()
            .mapToLong(
                one ->
                    one.getValue().stream()
                        .mapToLong(value -> one.getKey().length() + value.length() + 4L)
                        .sum())
            .sum();
    String length = headers.getFirst("Content-Length");
    boolean hasBody =
        headers.containsKey("Transfer-Encoding") || (length != null && !length.equals("0"));
    return new Gate.Knock(
        exchange.getRequestMethod(),
        address,
        all(headers, "Host"),
        all(headers, "Origin"),
        all(headers, "Sec-Fetch-Site"),
        all(headers, "Cookie"),
        all(headers, "Authorization"),
        bytes,
        hasBody);
  }

  private static List<String> all(Headers headers, String name) {
    return headers.getOrDefault(name, List.of());
  }

  /// The fields of a form.
  private static Request body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (bytes.length > MOST_BODY_BYTES) {
      throw new Refusal(413, "the form is longer than " + MOST_BODY_BYTES + " bytes");
    }
    return Request.of("POST", "/?" + new String(bytes, StandardCharsets.UTF_8));
  }

  private static String withoutToken(String address) {
    String rest = address.replaceAll("(?<=[?&])token=[^&]*&?", "").replaceAll("[?&]$", "");
    return rest.startsWith("//") ? "/" : rest;
  }

  private void follow(HttpExchange exchange, Request request) throws IOException {
    if (!live.enter()) {
      exchange.getResponseHeaders().set("Retry-After", "30");
      throw new Refusal(
          503, "%d pages are followed already; close some".formatted(Live.MOST_CLIENTS));
    }
    try {
      String at = request.parameter("at");
      site.page(Request.of("GET", at)); // Whatever is wrong with it is said as an answer.
      HEADERS.forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      live.follow(at, exchange.getResponseBody());
    } finally {
      live.leave();
    }
  }

  private Answer refused(Refusal refusal, String address, boolean wasLetIn) {
    if (address.startsWith("/api/")) {
      return Answer.text(
          refusal.status(), Answer.JSON, Json.value(Map.of("error", refusal.words())));
    }
    // Who was not let in gets no style either.
    String document =
        Layout.page(
            refusal.status() + " – Sheaf",
            wasLetIn ? assets.head() : List.of(),
            List.of(new Layout.Place("Runs", "/", false)),
            Html.NOTHING,
            Html.tag("h1", "That did not work"),
            Html.tag("p", Html.attribute("class", "notice"), refusal.words()));
    return Answer.text(refusal.status(), Answer.HTML, document);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    HEADERS.forEach(headers::set);
    answer.headers().forEach(headers::set);
    if (exchange.getRequestMethod().equals("HEAD") || answer.length() == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.length());
    answer.body().writeTo(exchange.getResponseBody());
  }
}
