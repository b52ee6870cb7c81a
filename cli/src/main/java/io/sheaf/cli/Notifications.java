package io.sheaf.cli;

import io.sheaf.engine.schedule.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Tells people of a run's end, of its first failed unit, and when no unit has ended for long.
///
/// Sends in threads of its own. A message that cannot be delivered is said and changes nothing
/// else. Confined to the coordinator's thread.
final class Notifications implements Follower {
  /// A stall is at least this long, and ten times what units take.
  static final Duration STALL = Duration.ofMinutes(10);

  private static final int STALL_MEANS = 10;

  private final List<Recipient> recipients;
  private final String run;
  private final LongSupplier nanos;
  private final Consumer<String> complain;
  private final List<Thread> sending = new ArrayList<>();
  private Optional<Progress> latest = Optional.empty();
  private long settled = -1;
  private long settledNanos;
  private boolean stallTold;
  private boolean failureTold;

  /// Makes them.
  ///
  /// @param run its directory, for people
  /// @param nanos a clock that nobody sets
  /// @param complain is told what could not be delivered
  Notifications(
      List<Recipient> recipients, String run, LongSupplier nanos, Consumer<String> complain) {
    this.recipients = List.copyOf(recipients);
    this.run = run;
    this.nanos = nanos;
    this.complain = complain;
  }

  @Override
  public void progress(Progress progress) {
    latest = Optional.of(progress);
    long now = nanos.getAsLong();
    if (progress.done() + progress.failed() != settled) {
      settled = progress.done() + progress.failed();
      settledNanos = now;
      stallTold = false;
      return;
    }
    long silent = now - settledNanos;
    if (!stallTold && progress.unitsPerSecond() > 0 && silent > stallNanos(progress)) {
      stallTold = true;
      tell(
          "stall",
          "no unit has ended for %d minutes in %s".formatted(silent / 60_000_000_000L, run));
    }
  }

  /// What units take is what runs by what ends (Little's law).
  private static double stallNanos(Progress progress) {
    double meanNanos = 1e9 * progress.running() / progress.unitsPerSecond();
    return Math.max((double) STALL.toNanos(), STALL_MEANS * meanNanos);
  }

  @Override
  public void failed(String unit, String message) {
    if (!failureTold) {
      failureTold = true;
      tell(
          "failure",
          "%s failed in %s: %s; further failures are told at the end"
              .formatted(unit, run, message.lines().findFirst().orElse("")));
    }
  }

  @Override
  public void ended(String state, String text) {
    tell("end", run + " " + state + ": " + text);
  }

  private void tell(String event, String text) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("event", event);
    facts.put("text", text);
    facts.put("run", run);
    facts.put("done", latest.map(Progress::done).orElse(null));
    facts.put("failed", latest.map(Progress::failed).orElse(null));
    facts.put("total", latest.map(Progress::total).orElse(null));
    Recipient.Message message = new Recipient.Message(event, text, facts);
    for (Recipient recipient : recipients) {
      sending.add(Thread.ofVirtual().start(() -> send(recipient, message)));
    }
  }

  private void send(Recipient recipient, Recipient.Message message) {
    try {
      recipient.send(message);
    } catch (IOException e) {
      complain.accept("notification could not be delivered: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      for (Thread thread : sending) {
        thread.join(Recipient.TIMEOUT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
