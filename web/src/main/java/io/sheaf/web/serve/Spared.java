package io.sheaf.web.serve;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Answers that many pages ask for again and again: made once for all of them, and so seldom that
/// each kind costs a five-hundredth of a processor; more where it takes longer than 20 ms to make,
/// for none is older than ten seconds. Thread-safe.
final class Spared {
  private static final long LEAST_NANOS = 2_400_000_000L;
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final int REST = 500;
  private static final int MOST = 1000;

  private final Map<String, Kept> answers = new ConcurrentHashMap<>();

  /// What was answered last; guarded by itself.
  private static final class Kept {
    private @Nullable String text;
    private long until;
  }

  /// Makes an answer.
  @FunctionalInterface
  interface Maker {
    String make() throws IOException;
  }

  /// @param question the same for all who may have the same answer
  String answer(String question, Maker maker) throws IOException {
    if (answers.size() > MOST) {
      answers.clear();
    }
    Kept kept = answers.computeIfAbsent(question, _ -> new Kept());
    synchronized (kept) {
      String text = kept.text;
      long began = System.nanoTime();
      if (text == null || began - kept.until >= 0) {
        text = maker.make();
        long now = System.nanoTime();
        kept.text = text;
        kept.until = now + Math.clamp((now - began) * REST, LEAST_NANOS, MOST_NANOS);
      }
      return text;
    }
  }
}
