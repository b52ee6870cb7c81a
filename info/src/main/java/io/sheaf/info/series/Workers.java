package io.sheaf.info.series;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Who does the work: any number of threads of an executor, beside the one that calls. Results do
/// not depend on it. As thread-safe as the executor.
///
/// @param executor where the other threads come from
/// @param threads how many work at once, the calling one included; at least 1
public record Workers(Executor executor, int threads) {
  private static final int PIECES_OF_EACH = 8;

  /// Checks the bound.
  ///
  /// @throws IllegalArgumentException if threads < 1
  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException("threads = " + threads + ", expected threads >= 1");
    }
  }

  /// The calling thread alone.
  ///
  /// @return one worker
  public static Workers calling() {
    return new Workers(Runnable::run, 1);
  }

  /// What is done for a range of numbers.
  interface Range {
    void run(int from, int to);
  }

  /// Does all numbers below n in pieces, each once. If one fails no other is begun, and nobody
  /// works any more when this ends.
  void forAll(int n, Range range) {
    int pieces = threads == 1 ? 1 : Math.clamp(n, 1, threads * PIECES_OF_EACH);
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          try {
            for (int piece = next.getAndIncrement();
                piece < pieces;
                piece = next.getAndIncrement()) {
              range.run((int) ((long) n * piece / pieces), (int) ((long) n * (piece + 1) / pieces));
            }
          } finally {
            next.set(pieces);
          }
        };
    CompletableFuture<?>[] others =
        IntStream.range(1, threads)
            .mapToObj(i -> CompletableFuture.runAsync(worker, executor))
            .toArray(CompletableFuture[]::new);
    try {
      worker.run();
    } finally {
      join(others);
    }
  }

  private static void join(CompletableFuture<?>[] others) {
    try {
      CompletableFuture.allOf(others).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
