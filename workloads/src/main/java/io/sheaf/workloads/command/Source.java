package io.sheaf.workloads.command;

import java.util.List;

/// Values that units are made of.
///
/// @param names of the placeholders that a value fills: one, or the columns of a table
/// @param values each with a text for every name
/// @param linked whether it goes step by step with the source before it
record Source(List<String> names, List<List<String>> values, boolean linked) {
  /// One text in each value.
  static Source of(String name, List<String> values, boolean linked) {
    return new Source(List.of(name), values.stream().map(List::of).toList(), linked);
  }
}
