package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.sheaf.engine.config.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each kind of recipient against a real one on loopback.
@Timeout(60)
class RecipientTest {
  private static final Recipient.Message MESSAGE =
      new Recipient.Message("end", "runs/é completed: 3 of 3", facts());

  @TempDir private Path folder;

  private static Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("event", "end");
    facts.put("done", 3L);
    return facts;
  }

  @Test
  void webhooksTakeTheFactsAndSlackTakesText() throws IOException, InterruptedException {
    BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    HttpServer server = server(200, taken);
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
      Recipient.parse(url, Map.of()).send(MESSAGE);
      assertThat(taken.poll(20, TimeUnit.SECONDS))
          .isEqualTo("POST /hook application/json {\"event\":\"end\",\"done\":3}");
      Recipient.parse("slack:" + url, Map.of()).send(MESSAGE);
      assertThat(taken.poll(20, TimeUnit.SECONDS))
          .endsWith("{\"text\":\"runs/é completed: 3 of 3\"}");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRefusalIsAnError() throws IOException {
    HttpServer server = server(500, new LinkedBlockingQueue<>());
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      assertThatThrownBy(() -> Recipient.parse(url, Map.of()).send(MESSAGE))
          .isInstanceOf(IOException.class)
          .hasMessage("127.0.0.1 answered 500");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void mailGoesThroughTheRelay() throws IOException, InterruptedException {
    try (ServerSocket relay = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> heard = new ArrayList<>();
      Thread server = Thread.ofVirtual().start(() -> serve(relay, heard));
      Recipient.parse(
              "mailto:someone@example.org",
              Map.of("SHEAF_SMTP", "127.0.0.1:" + relay.getLocalPort()))
          .send(MESSAGE);
      server.join();
      assertThat(heard.getFirst()).startsWith("EHLO ");
      assertThat(heard).contains("RCPT TO:<someone@example.org>", "DATA", "QUIT");
      String subject = heard.stream().filter(one -> one.startsWith("Subject: ")).findFirst().get();
      assertThat(decoded(subject.replaceAll("Subject: =\\?UTF-8\\?B\\?(.*)\\?=", "$1")))
          .isEqualTo("sheaf: runs/é completed: 3 of 3");
      String body = String.join("", heard.subList(heard.indexOf("") + 1, heard.indexOf(".")));
      assertThat(decoded(body)).startsWith("runs/é completed: 3 of 3").contains("\"done\":3");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandFindsTheMessageInItsInputAndEnvironment() throws IOException {
    Path script = folder.resolve("notify.sh");
    Files.writeString(
        script, "#!/bin/sh\n{ echo \"$1 $SHEAF_EVENT $SHEAF_TEXT\"; cat; } > \"$2\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Path said = folder.resolve("said");
    Recipient.parse("command:" + script + " one " + said, Map.of()).send(MESSAGE);
    assertThat(Files.readString(said))
        .isEqualTo("one end runs/é completed: 3 of 3\n{\"event\":\"end\",\"done\":3}");
    assertThatThrownBy(() -> Recipient.parse("command:false", Map.of()).send(MESSAGE))
        .hasMessage("false ended with 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x",
        "mailto:nobody",
        "mailto:a@b\r\nRCPT",
        "command: ",
        "slack:x",
        "https://"
      })
  void saysWhatIsExpected(String text) {
    assertThatThrownBy(() -> Recipient.parse(text, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expected");
  }

  private static HttpServer server(int status, BlockingQueue<String> taken) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          taken.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + type
                  + " "
                  + body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  /// A relay that takes one mail.
  private static void serve(ServerSocket relay, List<String> heard) {
    try (Socket socket = relay.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out =
            new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
      out.print("220 relay\r\n");
      out.flush();
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        data = data ? !line.equals(".") : line.equals("DATA");
        if (!data || line.equals("DATA")) {
          out.print(line.startsWith("EHLO") ? "250-relay\r\n250 8BITMIME\r\n" : answer(line));
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String answer(String line) {
    return line.equals("DATA") ? "354 go on\r\n" : "250 ok\r\n";
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
