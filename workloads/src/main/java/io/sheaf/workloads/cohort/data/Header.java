package io.sheaf.workloads.cohort.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The header line of a CSV file.
///
/// @param names the column names, in the order of the file
record Header(List<String> names) {
  /// By field, the index of that column among the wanted ones, or -1.
  int[] targets(List<String> wanted) {
    return names.stream().mapToInt(wanted::indexOf).toArray();
  }

  /// What is wrong with the header, if anything.
  @Nullable String fault(List<String> wanted) {
    Map<String, Integer> fields = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer first = fields.putIfAbsent(names.get(i), i);
      if (first != null) {
        return "column %s stands twice in the header, as fields %d and %d"
            .formatted(InputException.shown(names.get(i)), first + 1, i + 1);
      }
    }
    List<String> missing = new ArrayList<>(wanted);
    missing.removeAll(names);
    if (missing.isEmpty()) {
      return null;
    }
    return "missing column%s %s"
        .formatted(
            missing.size() == 1 ? "" : "s",
            String.join(
                ", ", missing.stream().map(name -> InputException.unknown(name, names)).toList()));
  }
}
