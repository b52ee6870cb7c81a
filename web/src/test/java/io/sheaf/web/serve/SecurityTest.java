package io.sheaf.web.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
  @TempDir private static Path temporary;
  private static Served served;
  private static final List<String> DONE = new ArrayList<>();

  /// Notes what it is asked to do.
  private static final class Noting implements Control {
    @Override
    public void stop(Path run) {
      DONE.add("stop " + run.getFileName());
    }

    @Override
    public void retry(Path run, String unit) {
      DONE.add("retry " + run.getFileName() + " " + unit);
    }

    @Override
    public void quarantine(Path run, String unit) throws IOException {
      throw new IOException(run.getFileName() + " is in use");
    }
  }

  @BeforeAll
  static void serve() throws IOException {
    Path runs = temporary.resolve("runs");
    Served.run(runs.resolve("one"), "units=3");
    Served.run(temporary.resolve("outside"), "units=3");
    Files.createSymbolicLink(runs.resolve("link"), temporary.resolve("outside"));
    served = new Served(runs, Optional.of(new Noting()));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void withoutTheTokenNothingIsShown() throws IOException, InterruptedException {
    for (String path : List.of("/", "/runs/one", "/api/runs", "/assets/sheaf.css", "/live?at=/")) {
      HttpResponse<String> answer = served.send(served.request(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.body()).doesNotContain("runs/one").doesNotContain(Served.TOKEN);
    }
    assertThat(served.send(served.request("/?token=wrong")).statusCode()).isEqualTo(403);
  }

  @Test
  void theTokenBuysACookieThatScriptsCannotRead() throws IOException, InterruptedException {
    HttpResponse<String> answer = served.send(served.request("/?token=" + Served.TOKEN));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/");
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain(Served.TOKEN);
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(served.send(served.request("/").header("Cookie", "x=y; " + pair)).statusCode())
        .isEqualTo(200);
    assertThat(served.send(served.request("/").header("Cookie", pair + "0")).statusCode())
        .isEqualTo(401);
    assertThat(
            served
                .send(served.request("/runs/one/units?q=a&token=" + Served.TOKEN + "&page=0"))
                .headers()
                .firstValue("Location"))
        .contains("/runs/one/units?q=a&page=0");
  }

  /// A page whose own name was made to resolve to this machine asks for its own host.
  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "localhost:1", ""})
  void answersOnlyToItsOwnName(String host) throws IOException {
    assertThat(raw("GET / HTTP/1.1", "Host: " + host.replace("PORT", "" + served.port())))
        .startsWith("HTTP/1.1 421");
  }

  @Test
  void localhostIsItsNameToo() throws IOException {
    assertThat(raw("GET / HTTP/1.1", "Host: LOCALHOST:" + served.port()))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void onlyItsOwnPagesMayChange() throws IOException, InterruptedException {
    DONE.clear();
    String own = "http://127.0.0.1:" + served.port();
    assertThat(post("/runs/one/stop", "Origin", "http://evil.example")).isEqualTo(403);
    assertThat(post("/runs/one/stop", "Origin", "null")).isEqualTo(403);
    assertThat(post("/runs/one/stop", "X-None", "")).isEqualTo(403);
    assertThat(post("/runs/one/stop", "Origin", own, "Sec-Fetch-Site", "cross-site"))
        .isEqualTo(403);
    assertThat(post("/runs/one/stop", "Origin", own, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(DONE).isEmpty();
    assertThat(post("/runs/one/stop", "Origin", own, "Sec-Fetch-Site", "same-origin"))
        .isEqualTo(303);
    assertThat(DONE).containsExactly("stop one");
    assertThat(post("/runs/one/quarantine", "Origin", own)).isEqualTo(409);
    assertThat(post("/runs/one/delete", "Origin", own)).isEqualTo(404);
  }

  @Test
  void readsOnlyUnlessToldOtherwise() throws IOException, InterruptedException {
    try (Served reading = new Served(temporary.resolve("runs"), Optional.empty())) {
      String own = "http://127.0.0.1:" + reading.port();
      HttpResponse<String> answer =
          reading.send(
              reading
                  .get("/runs/one/stop")
                  .header("Origin", own)
                  .POST(BodyPublishers.ofString("")));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("--allow-control");
      assertThat(reading.page("/runs/one")).doesNotContain("<form class=\"control\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"})
  void knowsNoOtherMethods(String method) throws IOException {
    assertThat(raw(method + " / HTTP/1.1", "Host: 127.0.0.1:" + served.port()))
        .startsWith("HTTP/1.1 405");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/runs/..%2Foutside",
        "/runs/%2e%2e%2foutside/units",
        "/runs/link",
        "/runs/one%2F..%2F..%2Foutside",
        "/runs/one/out/..%2Frun.yaml",
        "/runs/one/out/%2Fetc%2Fpasswd",
        "/runs/one/out/..%2F..%2F..%2Foutside%2Frun.yaml",
        "/runs/one%00",
        "/assets/..%2Fsheaf.css",
        "/assets/../../../etc/passwd",
        "/api/runs/..%2Foutside"
      })
  void noPathLeadsOut(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + served.port());
    assertThat(answer).containsPattern("^HTTP/1.1 40[04]").doesNotContain("outside/");
  }

  @Test
  void everyAnswerForbidsWhatIsNotNeeded() throws IOException, InterruptedException {
    for (String path : List.of("/", "/runs/one", "/runs/none", "/api/runs", "/assets/sheaf.css")) {
      HttpResponse<String> answer = served.send(served.get(path));
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
    assertThat(served.page("/runs/one")).doesNotContainPattern("<script>|style=|onclick=");
  }

  @Test
  void refusesWhatIsTooLong() throws IOException, InterruptedException {
    String own = "http://127.0.0.1:" + served.port();
    assertThat(served.status("/?q=" + "x".repeat(5000))).isEqualTo(414);
    assertThat(served.send(served.get("/").header("X-Long", "x".repeat(20_000))).statusCode())
        .isEqualTo(431);
    assertThat(
            served
                .send(
                    served
                        .get("/runs/one/retry")
                        .header("Origin", own)
                        .POST(BodyPublishers.ofString("id=" + "x".repeat(10_000))))
                .statusCode())
        .isEqualTo(413);
    assertThat(
            served
                .send(served.get("/").method("GET", BodyPublishers.ofString("body")))
                .statusCode())
        .isEqualTo(400);
    String many = ("X-Many: " + "y".repeat(900) + "\r\n").repeat(100);
    assertThat(raw("GET / HTTP/1.1", "Host: 127.0.0.1:" + served.port() + "\r\n" + many.strip()))
        .doesNotContain("200 OK");
    assertThat(served.status("/")).isEqualTo(200);
  }

  @Test
  void nothingIsRunOfWhatIsSent() throws IOException, InterruptedException {
    String page = served.page("/runs/one/units?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%1b%5B2J");
    assertThat(page)
        .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;^[[2J\"")
        .doesNotContain("<script>alert");
    assertThat(served.page("/runs/%3Cimg%20src=x%3E")).contains("no run &lt;img src=x&gt; here");
    assertThat(served.status("/runs/one/units?sort=;drop")).isEqualTo(400);
    assertThat(served.status("/runs/one/units?page=-1")).isEqualTo(400);
    assertThat(served.status("/runs/one/units?page=999999999999999")).isEqualTo(200);
    assertThat(raw("GET /%zz HTTP/1.1", "Host: 127.0.0.1:" + served.port()))
        .doesNotContain("200 OK");
  }

  @Test
  void filesAreKeptAndNotShown() throws IOException, InterruptedException {
    HttpResponse<String> answer = served.send(served.get("/runs/one/out/noop.csv"));
    assertThat(answer.body()).startsWith("unit,row,payload");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"noop.csv\"");
  }

  /// Whoever can write into a run may have put anything there.
  @Test
  void aReportIsShownAndMayDoNothing() throws IOException, InterruptedException {
    Path report = temporary.resolve("runs/one/report.html");
    Files.writeString(report, "<!doctype html><script>alert(1)</script>");
    HttpResponse<String> answer = served.send(served.get("/runs/one/report.html"));
    assertThat(answer.body()).contains("alert");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "sandbox;", "frame-ancestors 'none'")
        .doesNotContain("script-src", "allow-");
    assertThat(served.send(served.request("/runs/one/report.html")).statusCode()).isEqualTo(401);
    assertThat(served.status("/runs/one/report.html/more")).isEqualTo(404);
    Files.delete(report);
    assertThat(served.status("/runs/one/report.html")).isEqualTo(404);
    Files.createSymbolicLink(report, temporary.resolve("outside/run.yaml"));
    assertThat(served.status("/runs/one/report.html")).isEqualTo(404);
    Files.delete(report);
  }

  @Test
  void aPortInUseIsSaid() throws IOException {
    Dashboard.Options taken =
        new Dashboard.Options(
            InetAddress.getLoopbackAddress(), served.port(), false, Served.TOKEN, Optional.empty());
    assertThatThrownBy(() -> Dashboard.open(temporary, Served::workload, taken, _ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + served.port())
        .hasMessageContaining("--port auto");
    Dashboard.Options free =
        new Dashboard.Options(taken.bind(), taken.port(), true, taken.token(), Optional.empty());
    try (Dashboard next = Dashboard.open(temporary, Served::workload, free, _ -> {})) {
      assertThat(next.port()).isGreaterThan(served.port());
    }
  }

  private int post(String path, String... headers) throws IOException, InterruptedException {
    return served
        .send(served.get(path).headers(headers).POST(BodyPublishers.ofString("")))
        .statusCode();
  }

  /// Sends what a well-behaved client would not; the token is shown.
  private static String raw(String request, String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      String text =
          request
              + "\r\n"
              + headers
              + "\r\nAuthorization: Bearer "
              + Served.TOKEN
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException e) {
      return "cut off: " + e.getMessage();
    }
  }
}
