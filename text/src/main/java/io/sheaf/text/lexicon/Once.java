package io.sheaf.text.lexicon;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a thing when it is first asked for. Thread-safe.
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T known = made;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
