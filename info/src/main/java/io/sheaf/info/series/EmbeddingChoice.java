package io.sheaf.info.series;

import java.util.List;
import java.util.stream.IntStream;

/// How much of its own past a variable needs, by the active information storage.
///
/// All histories are compared on the same rows, with one estimate each. A plug-in estimate never
/// falls as the history grows and so always prefers the longest: use one whose bias is corrected.
/// KSG's bias is small while there are enough samples, and its underestimation in many dimensions
/// ends the growth.
///
/// @param history the history of the greatest value; of equal values the shortest
/// @param nats its active information
/// @param tried the values by length, then spacing
/// @see <a href="https://doi.org/10.1016/j.ins.2012.04.016">Lizier, Prokopenko, Zomaya 2012</a>
public record EmbeddingChoice(History history, double nats, List<Candidate> tried) {
  /// One history and its value.
  ///
  /// @param history the history
  /// @param nats its active information
  public record Candidate(History history, double nats) {}

  /// Copies the list.
  public EmbeddingChoice {
    tried = List.copyOf(tried);
  }

  /// The uniform embedding with the greatest active information.
  ///
  /// @param x the variable
  /// @param most greatest length and greatest spacing to try; its lag is the lag of all
  /// @param estimator whose bias is corrected
  /// @param rows which rows may give samples
  /// @return the choice
  /// @throws IllegalArgumentException if the lag is 0 or there are too few samples
  public static EmbeddingChoice byActiveInformation(
      Variable x, History most, Estimator estimator, Rows rows) {
    Rows common = rows.reaching((int) most.reach());
    List<Candidate> tried =
        IntStream.rangeClosed(1, most.length())
            .boxed()
            .flatMap(
                length ->
                    IntStream.rangeClosed(1, length == 1 ? 1 : most.spacing())
                        .mapToObj(spacing -> new History(length, spacing, most.lag())))
            .map(
                history ->
                    new Candidate(
                        history,
                        estimator.nats(Observations.activeInformation(x, history, common))))
            .toList();
    Candidate best = tried.getFirst();
    for (Candidate one : tried) {
      best = one.nats() > best.nats() ? one : best;
    }
    return new EmbeddingChoice(best.history(), best.nats(), tried);
  }
}
