package io.sheaf.web.serve;

import io.sheaf.engine.observe.TableQuery;

/// Which rows of a table an address asks for.
///
/// @param table its name, empty for the first
record TableAddress(String table, TableQuery query) {
  /// Reads `table`, `q`, `sort` (a column; with `-` in front: the largest first) and `page`.
  static TableAddress of(Request request) {
    String sort = request.parameter("sort");
    boolean isDescending = sort.startsWith("-");
    int page = (int) Math.min(Integer.MAX_VALUE, request.number("page", 0));
    return new TableAddress(
        request.parameter("table"),
        new TableQuery(
            request.parameter("q"), isDescending ? sort.substring(1) : sort, isDescending, page));
  }

  /// The query of the same rows in another order.
  String sorted(String sort) {
    return "?table=%s&q=%s&sort=%s"
        .formatted(Address.word(table), Address.word(query.text()), Address.word(sort));
  }

  /// The query of the same rows, its page left open.
  String same() {
    return sorted((query.isDescending() ? "-" : "") + query.column());
  }
}
