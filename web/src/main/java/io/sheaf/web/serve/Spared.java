package io.sheaf.web.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Answers that many pages ask for again and again: made once for all of them, at each look at a
/// page or so seldom that each kind costs a five-hundredth of a processor; more where it takes
/// longer than 20 ms to make, for none is older than ten seconds. Thread-safe.
final class Spared {
  private static final long LEAST_NANOS = 800_000_000L;
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final int REST = 500;
  private static final int MOST = 1000;

  private final Map<String, Kept> answers = new ConcurrentHashMap<>();

  /// What was answered last; guarded by itself.
  private static final class Kept {
    private byte @Nullable [] text;
    private long until;
  }

  /// An answer and how long it will be the same.
  @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
  record Lasting(byte[] text, long millis) {}

  /// Makes an answer.
  @FunctionalInterface
  interface Maker {
    String make() throws IOException;
  }

  /// @param question the same for all who may have the same answer
  Lasting answer(String question, Maker maker) throws IOException {
    if (answers.size() > MOST) {
      answers.clear();
    }
    Kept kept = answers.computeIfAbsent(question, _ -> new Kept());
    synchronized (kept) {
      byte[] known = kept.text;
      byte[] text = known;
      long now = System.nanoTime();
      if (text == null || now - kept.until >= 0) {
        long began = now;
        text = maker.make().getBytes(StandardCharsets.UTF_8);
        now = System.nanoTime();
        kept.text = text;
        // The first time says nothing of what the next will cost.
        long cost = known == null ? 0 : now - began;
        kept.until = now + Math.clamp(cost * REST, LEAST_NANOS, MOST_NANOS);
      }
      return new Lasting(text, (kept.until - now) / 1_000_000);
    }
  }
}
