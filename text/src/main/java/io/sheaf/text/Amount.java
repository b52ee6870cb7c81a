package io.sheaf.text;

/// How many of a number of things change: a share, rounded, within bounds.
///
/// @param share of all, in [0, 1]
/// @param fewest at least this many
/// @param most at most this many
/// @param up whether the share is rounded up rather than down
public record Amount(double share, int fewest, int most, boolean up) {
  public Amount {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share = " + share + ", expected 0 <= share <= 1");
    }
    if (fewest < 0 || most < fewest) {
      throw new IllegalArgumentException(
          "bounds %d to %d, expected 0 <= fewest <= most".formatted(fewest, most));
    }
  }

  /// Rounded up, at least one, at most ten.
  public static Amount ofShare(double share) {
    return new Amount(share, 1, 10, true);
  }

  /// Rounded down, at least one.
  public static Amount ofShareDown(double share) {
    return new Amount(share, 1, Integer.MAX_VALUE, false);
  }

  public int of(int all) {
    double part = share * all;
    return Math.clamp((long) (up ? Math.ceil(part) : part), fewest, most);
  }
}
