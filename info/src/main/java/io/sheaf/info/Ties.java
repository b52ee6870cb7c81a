package io.sheaf.info;

/// What equal values mean in an ordinal pattern.
public enum Ties {
  /// The earlier of two equal values counts as the smaller: d! patterns of dimension d. A rise in a
  /// binary series then looks like no change, and a fall does not.
  BY_POSITION,
  /// Equal values are equal: weak orders, 3, 13, 75, 541 … patterns of dimension 2, 3, 4, 5 ….
  EQUAL
}
