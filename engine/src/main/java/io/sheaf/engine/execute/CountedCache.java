package io.sheaf.engine.execute;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.UnitContext;
import java.io.IOException;
import java.util.Optional;

/// The shared cache as one unit sees it, with what it was good for counted. A cache that cannot be
/// read or written costs time and is counted too; it never fails a unit.
record CountedCache(SharedCache shared, UnitContext context) implements Cache {
  static final String HITS = "cache_hits";
  static final String MISSES = "cache_misses";
  static final String ERRORS = "cache_errors";
  static final String SAVED_NANOS = "cache_saved_nanos";

  @Override
  public byte[] get(String key, Computation computation) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Optional<SharedCache.Found> found = find(key);
    if (found.isPresent()) {
      context.count(HITS, 1);
      context.count(SAVED_NANOS, found.get().nanos() - (System.nanoTime() - began));
      return found.get().value();
    }
    context.count(MISSES, 1);
    long before = System.nanoTime();
    byte[] value = computation.compute();
    put(key, value, System.nanoTime() - before);
    return value;
  }

  private Optional<SharedCache.Found> find(String key) {
    try {
      return shared.find(key);
    } catch (IOException _) {
      context.count(ERRORS, 1);
      return Optional.empty();
    }
  }

  private void put(String key, byte[] value, long nanos) {
    try {
      shared.put(key, value, nanos);
    } catch (IOException _) {
      context.count(ERRORS, 1);
    }
  }
}
