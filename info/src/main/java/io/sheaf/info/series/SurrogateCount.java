package io.sheaf.info.series;

/// How many surrogates are drawn, and when drawing may end early.
///
/// @param most greatest number of surrogates, at least 1
/// @param enough drawing ends as soon as this many are at least the observed value; 0: never
/// @param seed of the random numbers; the i-th surrogate of a seed is always the same
/// @param workers who computes; results do not depend on it
/// @see <a href="https://doi.org/10.1093/biomet/78.2.301">Besag, Clifford 1991</a>
public record SurrogateCount(int most, int enough, long seed, Workers workers) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if most < 1 or enough < 0
  public SurrogateCount {
    if (most < 1) {
      throw new IllegalArgumentException("most = " + most + ", expected most >= 1");
    }
    if (enough < 0) {
      throw new IllegalArgumentException("enough = " + enough + ", expected enough >= 0");
    }
  }

  /// A fixed number on the calling thread.
  ///
  /// @param count number of surrogates, at least 1
  /// @param seed of the random numbers
  /// @return the count
  /// @throws IllegalArgumentException if count < 1
  public static SurrogateCount fixed(int count, long seed) {
    return new SurrogateCount(count, 0, seed, Workers.calling());
  }
}
