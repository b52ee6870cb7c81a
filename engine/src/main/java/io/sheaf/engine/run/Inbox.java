package io.sheaf.engine.run;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.execute.PoolListener;
import io.sheaf.engine.plan.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What workers tell, in order, until the coordinator asks. Thread-safe.
final class Inbox implements PoolListener {
  private static final long GATHER_NANOS = 5_000_000;

  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final Map<Integer, byte[]> states;
  private final Map<Integer, String> advances = new ConcurrentHashMap<>();

  /// Makes an empty one.
  ///
  /// @param states from which units can go on
  Inbox(Map<Integer, byte[]> states) {
    this.states = new ConcurrentHashMap<>(states);
  }

  @Override
  public void ended(Completion completion) {
    advances.remove(completion.assignment().unit());
    news.add(new News.Ended(completion));
  }

  @Override
  public void defect(Assignment attempt, String trace) {
    news.add(new News.Defect(attempt, trace));
  }

  @Override
  public void saved(Assignment attempt, byte[] state) {
    news.add(new News.Saved(attempt, state));
  }

  @Override
  public Optional<byte[]> restored(Assignment attempt) {
    return Optional.ofNullable(states.get(attempt.unit()));
  }

  @Override
  public void advanced(Assignment attempt, long done, long total) {
    advances.put(attempt.unit(), done + "/" + total);
  }

  @Override
  public void notice(String line) {
    news.add(new News.Notice(line));
  }

  @Override
  public void broken(String why) {
    news.add(new News.Broken(why));
  }

  /// A later attempt goes on from there.
  void keep(int unit, byte[] state) {
    states.put(unit, state);
  }

  /// How far a running unit is, as `3/8`; empty if it does not tell.
  String advance(int unit) {
    return advances.getOrDefault(unit, "");
  }

  /// At least one thing, unless it takes long; then whatever comes within [#GATHER_NANOS] until
  /// there is enough, for making a thousand results durable takes no longer than making one.
  ///
  /// @param millis to wait for the first
  /// @param enough things
  List<News> await(long millis, int enough) throws InterruptedException {
    List<News> batch = new ArrayList<>();
    News next = news.poll(millis, TimeUnit.MILLISECONDS);
    long end = System.nanoTime() + GATHER_NANOS;
    while (next != null) {
      batch.add(next);
      news.drainTo(batch);
      next = batch.size() < enough ? another(end - System.nanoTime()) : null;
    }
    return batch;
  }

  /// An interrupt is left for the next to wait, as what has come already must not be lost.
  private @Nullable News another(long nanos) {
    try {
      return news.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
