package io.sheaf.text.combination;

/// What variants must be like.
///
/// @param variants at most this many of a row
/// @param leastSimilarity to what a step changed, and to the evidence, in [0, 1]
/// @param greatestSimilarity likewise
/// @param candidates how many each step goes on with
/// @param attempts how often a step tries for each candidate
/// @param longest evidence that is longer is refused, in code units
public record Rules(
    int variants,
    double leastSimilarity,
    double greatestSimilarity,
    int candidates,
    int attempts,
    int longest) {
  public Rules {
    if (variants < 1 || candidates < variants || attempts < candidates) {
      throw new IllegalArgumentException(
          "variants %d, candidates %d, attempts %d, expected 1 <= variants <= candidates <= attempts"
              .formatted(variants, candidates, attempts));
    }
    if (!(leastSimilarity >= 0
        && leastSimilarity <= greatestSimilarity
        && greatestSimilarity <= 1)) {
      throw new IllegalArgumentException(
          "similarity from %s to %s, expected 0 <= least <= greatest <= 1"
              .formatted(leastSimilarity, greatestSimilarity));
    }
  }

  boolean accept(double similarity) {
    return similarity >= leastSimilarity && similarity <= greatestSimilarity;
  }
}
