package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.engine.config.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Programs in their canonical forms, each once, in the order in which they are tried.
///
/// @param cards which hold them
/// @param digests of all
/// @param repeated how many were another one in other words
record Deck(List<Card> cards, Set<String> digests, long repeated) {
  Deck {
    cards = List.copyOf(cards);
    digests = Set.copyOf(digests);
  }

  /// Programs that were not met before.
  ///
  /// @param known digests of those met
  static Deck of(List<Program> programs, boolean areFound, Set<String> known, Settings settings) {
    Set<String> digests = new HashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Program program : programs) {
      Candidate candidate = Candidate.untried(program, areFound);
      if (!known.contains(candidate.digest()) && digests.add(candidate.digest())) {
        candidates.add(candidate);
      }
    }
    if (settings.text("order").equals("shortest")) {
      candidates.sort(Comparator.comparing(Candidate::score));
    }
    return new Deck(
        Card.deal(candidates, settings.whole("card"), Trial.budget(settings)),
        digests,
        programs.size() - candidates.size());
  }
}
