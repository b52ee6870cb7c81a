package io.sheaf.web.serve;

import io.sheaf.engine.observe.UnitQuery;
import io.sheaf.engine.observe.UnitState;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which units an address asks for.
///
/// @param text what ids contain
/// @param state a word of [#STATES]
/// @param order a word of [UnitQuery.Order]
/// @param number of the page, from 0
record UnitsAddress(String text, String state, String order, boolean isDescending, int number) {
  static final int SIZE = 50;

  /// Words for sets of states; the empty one is all.
  static final Map<String, Set<UnitState>> STATES = states();

  private static final List<String> ORDERS =
      Arrays.stream(UnitQuery.Order.values())
          .map(order -> order.name().toLowerCase(Locale.ROOT))
          .toList();
  private static final int LAST_PAGE = 20_000_000;

  private static Map<String, Set<UnitState>> states() {
    Map<String, Set<UnitState>> states = new LinkedHashMap<>();
    states.put("", Set.of());
    states.put(
        "faults",
        Arrays.stream(UnitState.values())
            .filter(UnitState::isFault)
            .collect(Collectors.toUnmodifiableSet()));
    for (UnitState state : UnitState.values()) {
      states.put(state.word(), Set.of(state));
    }
    return Collections.unmodifiableMap(states);
  }

  /// Reads `q`, `state`, `sort` (with `-` in front: the largest first) and `page`.
  static UnitsAddress of(Request request) {
    String sort = request.optional("sort").orElse("plan");
    boolean isDescending = sort.startsWith("-");
    String order = isDescending ? sort.substring(1) : sort;
    if (!ORDERS.contains(order)) {
      throw new Refusal(400, "sort=%s: expected one of %s".formatted(sort, ORDERS));
    }
    String state = request.parameter("state");
    if (!STATES.containsKey(state)) {
      throw new Refusal(400, "state=%s: expected one of %s".formatted(state, STATES.keySet()));
    }
    int page = (int) Math.min(LAST_PAGE, request.number("page", 0));
    return new UnitsAddress(request.parameter("q"), state, order, isDescending, page);
  }

  UnitQuery query() {
    return new UnitQuery(
        text,
        STATES.getOrDefault(state, Set.of()),
        UnitQuery.Order.valueOf(order.toUpperCase(Locale.ROOT)),
        isDescending,
        number * SIZE,
        SIZE);
  }

  String sort() {
    return (isDescending ? "-" : "") + order;
  }

  /// The query of the same units in another order.
  String sorted(String sort) {
    return "?q=%s&state=%s&sort=%s".formatted(Address.word(text), Address.word(state), sort);
  }

  /// The query of the same units.
  ///
  /// @param page of them, -1 to leave it open
  String page(int page) {
    return sorted(sort()) + (page < 0 ? "" : "&page=" + page);
  }
}
