package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person, by way of a mail relay.
record Mail(String address, Relay relay) implements Recipient {
  private static final int LONGEST_SUBJECT = 120;

  static Mail parse(String text, String relay) {
    String address = text.substring("mailto:".length());
    if (!address.matches("[^\\s<>@,;:\"]+@[^\\s<>@,;:\"]+")) {
      throw new ConfigurationException("--notify " + text + ": expected mailto:NAME@HOST");
    }
    return new Mail(address, Relay.parse(relay.isBlank() ? "localhost" : relay));
  }

  /// Who takes the mail.
  ///
  /// @param encrypted from the first byte on; otherwise a password is sent only after STARTTLS
  /// @param user empty where none is asked for
  record Relay(boolean encrypted, String user, String password, String host, int port) {
    private static final int PLAIN = 25;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final Pattern FORM =
        Pattern.compile(
            "(?:(smtps?)://)?(?:((?:[^:@/%]|%\\p{XDigit}{2})+):((?:[^@/%]|%\\p{XDigit}{2})+)@)?"
                + "([^:@/\\s]+)(?::([1-9]\\d{0,4}))?/?");

    /// Reads `HOST`, `HOST:PORT` or `smtp[s]://[USER:PASSWORD@]HOST[:PORT]`. What it says of a
    /// mistake never holds the password.
    static Relay parse(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new ConfigurationException(
            "SHEAF_SMTP: expected HOST, HOST:PORT or smtp[s]://[USER:PASSWORD@]HOST[:PORT]");
      }
      boolean encrypted = "smtps".equals(form.group(1));
      boolean named = form.group(2) != null;
      int usual = encrypted ? SUBMISSIONS : named ? SUBMISSION : PLAIN;
      return new Relay(
          encrypted,
          named ? decoded(form.group(2)) : "",
          named ? decoded(form.group(3)) : "",
          form.group(4),
          form.group(5) == null ? usual : Integer.parseInt(form.group(5)));
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Session session() {
      String prefix = "mail.smtp.";
      String millis = Long.toString(TIMEOUT.toMillis());
      Properties properties = new Properties();
      properties.put("mail.from", "sheaf@" + thisHost());
      properties.put(prefix + "host", host);
      properties.put(prefix + "port", Integer.toString(port));
      properties.put(prefix + "connectiontimeout", millis);
      properties.put(prefix + "timeout", millis);
      properties.put(prefix + "writetimeout", millis);
      properties.put(prefix + "ssl.enable", Boolean.toString(encrypted));
      properties.put(prefix + "ssl.checkserveridentity", "true");
      if (user.isEmpty()) {
        return Session.getInstance(properties);
      }
      properties.put(prefix + "auth", "true");
      properties.put(prefix + "starttls.required", Boolean.toString(!encrypted));
      properties.put(prefix + "starttls.enable", Boolean.toString(!encrypted));
      PasswordAuthentication login = new PasswordAuthentication(user, password);
      return Session.getInstance(
          properties,
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              return login;
            }
          });
    }
  }

  @Override
  public void send(Message message) throws IOException {
    try {
      MimeMessage mail = new MimeMessage(relay.session());
      mail.setFrom();
      mail.setRecipient(RecipientType.TO, new InternetAddress(address));
      mail.setSentDate(Date.from(Instant.now()));
      mail.setSubject(subject(message.text()), "UTF-8");
      mail.setText(message.text() + "\n\n" + message.json() + "\n", "UTF-8");
      Transport.send(mail);
    } catch (MessagingException e) {
      throw new IOException(
          "mail relay %s:%d: %s".formatted(relay.host, relay.port, reasons(e)), e);
    }
  }

  /// The exception inside says why a connection failed.
  private static String reasons(MessagingException e) {
    String outer = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return e.getNextException() == null ? outer : outer + " " + e.getNextException().getMessage();
  }

  private static String subject(String text) {
    String line = "sheaf: " + text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT) + " ...";
  }

  private static String thisHost() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.matches("[A-Za-z0-9.-]+") ? name : "localhost";
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
