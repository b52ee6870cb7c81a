package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.sheaf.engine.config.ConfigurationException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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

  private static final String PERSON = "someone@example.org";

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
  void mailGoesThroughTheRelay() throws Exception {
    GreenMail relay = relay(ServerSetup.PROTOCOL_SMTP);
    try {
      mail("127.0.0.1:" + relay.getSmtp().getPort());
      MimeMessage taken = relay.getReceivedMessages()[0];
      assertThat(taken.getAllRecipients()).extracting(String::valueOf).containsExactly(PERSON);
      assertThat(taken.getSubject()).isEqualTo("sheaf: runs/é completed: 3 of 3");
      assertThat((String) taken.getContent())
          .startsWith("runs/é completed: 3 of 3")
          .contains("\"done\":3");
      assertThatThrownBy(() -> mail("smtp://me:secret@127.0.0.1:" + relay.getSmtp().getPort()))
          .as("no password without encryption")
          .isInstanceOf(IOException.class)
          .hasMessageContaining("STARTTLS");
    } finally {
      relay.stop();
    }
  }

  @Test
  void mailIsEncryptedAndLoggedInWhereAsked() throws Exception {
    SSLContext usual = SSLContext.getDefault();
    trustCertificate(folder.resolve("relay.p12"));
    GreenMail relay = relay(ServerSetup.PROTOCOL_SMTPS);
    relay.setUser("me", "s@cret");
    String text = "smtps://me:s%40cret@localhost:" + relay.getSmtps().getPort();
    try {
      mail(text);
      assertThat(relay.getReceivedMessages()).hasSize(1);
      assertThatThrownBy(() -> mail(text.replace("s%40cret", "wrong")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("535");
      assertThatThrownBy(() -> mail(text.replace("localhost", "127.0.0.1")))
          .as("another name than the certificate's")
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1")
          .hasMessageNotContaining("s@cret");
    } finally {
      relay.stop();
      SSLContext.setDefault(usual);
    }
  }

  /// Makes a certificate for `localhost`, gives it to the relay and trusts it in this process.
  private static void trustCertificate(Path file) throws Exception {
    String password = "changeit";
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "relay",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                password,
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    System.setProperty("greenmail.tls.keystore.file", file.toString());
    System.setProperty("greenmail.tls.keystore.password", password);
    KeyStore keys = KeyStore.getInstance(file.toFile(), password.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("relay", keys.getCertificate("relay"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLContext.setDefault(context);
  }

  private static GreenMail relay(String protocol) {
    GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    relay.start();
    return relay;
  }

  private static void mail(String relay) throws IOException {
    Recipient.parse("mailto:" + PERSON, Map.of("SHEAF_SMTP", relay)).send(MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:b:c",
        "smtp://me@host",
        "host:0",
        "http://host",
        "smtp://me:secret@",
        "smtp://me:100%secret@host"
      })
  void saysHowARelayIsNamed(String relay) {
    assertThatThrownBy(() -> mail(relay))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expected")
        .hasMessageNotContaining("secret");
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
}
