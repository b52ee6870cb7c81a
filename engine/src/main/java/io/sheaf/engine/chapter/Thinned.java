package io.sheaf.engine.chapter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Things of an unknown number, of which at most so many are kept, evenly over all; the same ones
/// every time. Confined to one thread.
public final class Thinned<T> {
  private final int most;
  private final List<T> kept = new ArrayList<>();
  private long seen;
  private long stride = 1;

  public Thinned(int most) {
    this.most = most;
  }

  public void add(T thing) {
    if (seen % stride == 0) {
      if (kept.size() == most) {
        halve();
      }
      if (seen % stride == 0) {
        kept.add(thing);
      }
    }
    seen++;
  }

  private void halve() {
    for (int i = 0; 2 * i < kept.size(); i++) {
      kept.set(i, kept.get(2 * i));
    }
    kept.subList((kept.size() + 1) / 2, kept.size()).clear();
    stride *= 2;
  }

  public List<T> kept() {
    return Collections.unmodifiableList(kept);
  }

  public long seen() {
    return seen;
  }

  /// `n = 60`, or which of them are kept.
  public String words(String what) {
    return stride == 1
        ? "%,d %s".formatted(seen, what)
        : "%,d of %,d %s, evenly chosen".formatted(kept.size(), seen, what);
  }
}
