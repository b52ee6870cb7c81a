package io.sheaf.workloads.augment;

import java.util.List;

/// A row of the input.
///
/// @param number of the row, from 0
/// @param handedOn values of the columns that are handed on
/// @param problem why it cannot be used, empty if it can
record SourceRow(long number, String post, String evidence, List<String> handedOn, String problem) {
  static SourceRow broken(long number, String problem) {
    return new SourceRow(number, "", "", List.of(), problem);
  }
}
