package io.sheaf.workloads.battery;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.value.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Programs that are evaluated as one graph, which is made when it is first needed. Thread-safe.
final class Card {
  private final List<Candidate> candidates;
  private final Budget budget;
  private Optional<Battery> battery = Optional.empty();

  private Card(List<Candidate> candidates, Budget budget) {
    this.candidates = candidates;
    this.budget = budget;
  }

  /// All programs, that many on a card.
  static List<Card> deal(List<Candidate> candidates, int size, Budget budget) {
    List<Card> cards = new ArrayList<>();
    for (int from = 0; from < candidates.size(); from += size) {
      int to = Math.min(candidates.size(), from + size);
      cards.add(new Card(List.copyOf(candidates.subList(from, to)), budget));
    }
    return cards;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  Budget budget() {
    return budget;
  }

  synchronized Battery battery() {
    if (battery.isEmpty()) {
      battery =
          Optional.of(new Battery(candidates.stream().map(Candidate::program).toList(), budget));
    }
    return battery.get();
  }
}
