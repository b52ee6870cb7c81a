package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/// A person, by way of a mail relay that takes mail from this machine: no encryption, no password.
///
/// @param relay `host` or `host:port`
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
record Mail(String address, String relay, int port) implements Recipient {
  private static final int USUAL_PORT = 25;
  private static final String END = "\r\n";

  static Mail parse(String text, String relay) {
    String address = text.substring("mailto:".length());
    if (!address.matches("[^\\s<>@,;:\"]+@[^\\s<>@,;:\"]+")) {
      throw new ConfigurationException("--notify " + text + ": expected mailto:NAME@HOST");
    }
    String[] parts = (relay.isBlank() ? "localhost" : relay).split(":", 2);
    if (parts.length == 2 && !parts[1].matches("[1-9]\\d{0,4}")) {
      throw new ConfigurationException("SHEAF_SMTP " + relay + ": expected HOST or HOST:PORT");
    }
    return new Mail(address, parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : USUAL_PORT);
  }

  @Override
  public void send(Message message) throws IOException {
    int millis = (int) TIMEOUT.toMillis();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(relay, port), millis);
      socket.setSoTimeout(millis);
      talk(socket, message);
    } catch (IOException e) {
      throw new IOException("mail relay %s:%d: %s".formatted(relay, port, e.getMessage()), e);
    }
  }

  private void talk(Socket socket, Message message) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
    String host = host();
    expect(in, '2');
    for (String line :
        List.of("EHLO " + host, "MAIL FROM:<sheaf@" + host + ">", "RCPT TO:<" + address + ">")) {
      say(out, line);
      expect(in, '2');
    }
    say(out, "DATA");
    expect(in, '3');
    say(out, content(message, host) + END + ".");
    expect(in, '2');
    say(out, "QUIT");
  }

  /// Text in Base64, so that neither its letters nor a line with a single dot can do harm.
  private String content(Message message, String host) {
    Base64.Encoder encoder = Base64.getEncoder();
    byte[] subject = ("sheaf: " + message.text()).getBytes(StandardCharsets.UTF_8);
    int most = Math.min(subject.length, 45);
    while (most < subject.length && (subject[most] & 0xc0) == 0x80) {
      most--;
    }
    byte[] start = java.util.Arrays.copyOf(subject, most);
    byte[] body =
        (message.text() + "\n\n" + message.json() + "\n").getBytes(StandardCharsets.UTF_8);
    return String.join(
        END,
        "From: Sheaf <sheaf@" + host + ">",
        "To: <" + address + ">",
        "Date: " + ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME),
        "Subject: =?UTF-8?B?" + encoder.encodeToString(start) + "?=",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        Base64.getMimeEncoder().encodeToString(body));
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + END);
    out.flush();
  }

  /// Reads an answer, which may have several lines.
  private static void expect(BufferedReader in, char kind) throws IOException {
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    if (line == null || line.isEmpty() || line.charAt(0) != kind) {
      throw new IOException("it answered " + line);
    }
  }

  private static String host() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.matches("[A-Za-z0-9.-]+") ? name : "localhost";
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
