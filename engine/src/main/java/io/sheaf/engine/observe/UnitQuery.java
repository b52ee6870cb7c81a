package io.sheaf.engine.observe;

import java.util.Set;

/// Which units of a run are wanted, and in which order.
///
/// @param text what their ids contain, capitals or not; empty for all
/// @param states in which they are; empty for all
/// @param isDescending the largest first; units that are equal stand in the order of the plan
/// @param offset how many are skipped
/// @param limit how many at most
public record UnitQuery(
    String text, Set<UnitState> states, Order order, boolean isDescending, int offset, int limit) {
  private static final int MOST = 1000;

  /// What they are ordered by.
  public enum Order {
    PLAN,
    STATE,
    ATTEMPTS,
    STARTED,
    WALL,
    CPU
  }

  public UnitQuery {
    states = Set.copyOf(states);
    if (offset < 0 || limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "offset %d, limit %d: expected offset >= 0 and 1 <= limit <= %d"
              .formatted(offset, limit, MOST));
    }
  }

  /// All units as planned, from the first on.
  public static UnitQuery first(int limit) {
    return new UnitQuery("", Set.of(), Order.PLAN, false, 0, limit);
  }

  boolean isEverything() {
    return text.isEmpty() && states.isEmpty();
  }
}
