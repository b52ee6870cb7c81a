package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Who is notified. Immutable; each sends in the thread that asks, for half a minute at most.
sealed interface Recipient permits Recipient.Webhook, Recipient.Slack, Recipient.Command, Mail {
  Duration TIMEOUT = Duration.ofSeconds(30);

  /// Hands the message over.
  ///
  /// @throws IOException if the other side does not take it
  void send(Message message) throws IOException;

  /// What there is to say.
  ///
  /// @param event `end`, `failure` or `stall`
  /// @param text one line for people
  /// @param facts for programs, `event` and `text` among them
  record Message(String event, String text, Map<String, ?> facts) {
    String json() {
      return Json.value(facts);
    }
  }

  /// Reads `https://…`, `slack:URL`, `mailto:ADDRESS` or `command:WORDS`.
  ///
  /// @param environment may name a relay for mail in SHEAF_SMTP
  static Recipient parse(String text, Map<String, String> environment) {
    if (text.startsWith("slack:")) {
      return new Slack(uri(text.substring("slack:".length()), text));
    }
    if (text.startsWith("mailto:")) {
      return Mail.parse(text, environment.getOrDefault("SHEAF_SMTP", ""));
    }
    if (text.startsWith("command:") && !text.substring("command:".length()).isBlank()) {
      return new Command(List.of(text.substring("command:".length()).strip().split("\\s+")));
    }
    return new Webhook(uri(text, text));
  }

  private static URI uri(String text, String whole) {
    if (text.matches("https?://[^/\\s]+.*")) {
      try {
        return URI.create(text);
      } catch (IllegalArgumentException _) {
        // Falls through to the complaint.
      }
    }
    throw new ConfigurationException(
        "--notify %s: expected https://..., slack:URL, mailto:ADDRESS or command:PROGRAM"
            .formatted(whole));
  }

  /// Takes the facts as JSON.
  record Webhook(URI uri) implements Recipient {
    @Override
    public void send(Message message) throws IOException {
      post(uri, message.json());
    }
  }

  /// Takes `{"text": ...}`, as incoming webhooks of Slack, Mattermost and Rocket.Chat do.
  record Slack(URI uri) implements Recipient {
    @Override
    public void send(Message message) throws IOException {
      post(uri, Json.value(Map.of("text", message.text())));
    }
  }

  /// A program, without a shell: facts on standard input, event and text in its environment.
  record Command(List<String> words) implements Recipient {
    @Override
    public void send(Message message) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("SHEAF_EVENT", message.event());
      builder.environment().put("SHEAF_TEXT", message.text());
      Process process = builder.start();
      try (var in = process.getOutputStream()) {
        in.write(message.json().getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // A program that does not read its input is welcome not to.
      }
      try {
        if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IOException(
              words.getFirst() + " took longer than " + TIMEOUT.toSeconds() + " s");
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      if (process.exitValue() != 0) {
        throw new IOException(words.getFirst() + " ended with " + process.exitValue());
      }
    }
  }

  private static void post(URI uri, String json) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
      if (response.statusCode() / 100 != 2) {
        throw new IOException(uri.getHost() + " answered " + response.statusCode());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
