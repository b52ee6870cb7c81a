package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.journal.JournalScan.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Units that could not be done, in words. Immutable.
///
/// @param units by how they ended
/// @param kinds units that ended alike with the same first line of the message, the most frequent
///   first
/// @param others units that are in none of these, as their kinds were too many
public record RunFailures(Map<String, Long> units, List<Kind> kinds, long others) {
  private static final int MOST_KINDS = 100;
  private static final int MOST_CHARACTERS = 2000;

  /// Units that failed in the same way.
  ///
  /// @param first the first of them in the plan
  /// @param message of that one
  public record Kind(String outcome, String message, String first, long units) {}

  static RunFailures read(JournalScan journal) throws IOException {
    Map<String, Long> units = new TreeMap<>();
    Map<List<String>, Kind> kinds = new LinkedHashMap<>();
    long[] others = {0};
    journal.failures(
        one -> {
          units.merge(one.outcome(), 1L, Long::sum);
          List<String> key = List.of(one.outcome(), firstLine(one.message()));
          if (kinds.containsKey(key) || kinds.size() < MOST_KINDS) {
            kinds.merge(key, kind(one), (kind, _) -> more(kind));
          } else {
            others[0]++;
          }
        });
    List<Kind> sorted = new ArrayList<>(kinds.values());
    sorted.sort(Comparator.comparingLong(Kind::units).reversed());
    return new RunFailures(units, List.copyOf(sorted), others[0]);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static Kind kind(Failure one) {
    String message = one.message();
    String shown =
        message.length() > MOST_CHARACTERS
            ? message.substring(0, MOST_CHARACTERS) + " ..."
            : message;
    return new Kind(one.outcome(), shown, one.unit(), 1);
  }

  private static Kind more(Kind kind) {
    return new Kind(kind.outcome(), kind.message(), kind.first(), kind.units() + 1);
  }
}
