package io.sheaf.arc.dsl;

import io.sheaf.arc.value.Value;
import java.util.HashMap;
import java.util.Map;

/// Numbers for colours of any kind: 0 for the background, then 1, 2, … as they are met.
final class ColourNumbers {
  private final Map<Value, Integer> numbers = new HashMap<>();

  ColourNumbers(Value background) {
    numbers.put(background, 0);
  }

  int of(Value colour) {
    Integer known = numbers.putIfAbsent(colour, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }
}
