package io.sheaf.arc.value;

/// What one program may use on one sample. Counted, never timed: the verdict is the same on any
/// machine under any load.
///
/// @param steps calls and elements gone through, at least 1
/// @param cells sum of the sizes of all results, at least 1
public record Budget(long steps, long cells) {
  /// Enough for every program seen, and spent in well under a second.
  public static final Budget USUAL = new Budget(10_000_000, 10_000_000);

  public Budget {
    if (steps < 1 || cells < 1) {
      throw new IllegalArgumentException(
          "steps = %d, cells = %d, expected both >= 1".formatted(steps, cells));
    }
  }
}
