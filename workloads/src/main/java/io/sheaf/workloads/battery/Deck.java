package io.sheaf.workloads.battery;

import io.sheaf.engine.config.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /// Programs that were not met before, as they are.
  static Deck of(Stream<Candidate> programs, Predicate<String> isKnown, Settings settings) {
    Set<String> digests = new HashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    long repeated = 0;
    for (Candidate candidate : (Iterable<Candidate>) programs::iterator) {
      if (!isKnown.test(candidate.digest()) && digests.add(candidate.digest())) {
        candidates.add(candidate);
      } else {
        repeated++;
      }
    }
    if (settings.text("order").equals("shortest")) {
      candidates.sort(Comparator.comparing(Candidate::score));
    }
    return new Deck(
        Card.deal(candidates, settings.whole("card"), Trial.budget(settings)), digests, repeated);
  }
}
