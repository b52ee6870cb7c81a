package io.sheaf.arc.value;

/// Places and coloured places, packed into a long: colour in 16 bits, row and column in 24 each.
///
/// None as a colour is the least number of its 16 bits, which no colour may be.
public final class Place {
  private static final int SIDE = 1 << 23;
  private static final long MASK = 0xFFFFFFL;
  private static final long PLACE = 0xFFFFFFFFFFFFL;

  /// The colour that stands for None.
  public static final int NO_COLOUR = Short.MIN_VALUE;

  private Place() {}

  /// Whether a place can be packed.
  ///
  /// @param row any
  /// @param column any
  /// @return whether both are from -8388608 to 8388607
  public static boolean holds(long row, long column) {
    return row >= -SIDE && row < SIDE && column >= -SIDE && column < SIDE;
  }

  /// Whether a colour can be packed.
  static boolean holdsColour(long colour) {
    return colour > Short.MIN_VALUE && colour <= Short.MAX_VALUE;
  }

  /// A place without colour.
  ///
  /// @param row row
  /// @param column column
  /// @return the packed place
  /// @throws Failure OVERFLOW if it is too far away
  public static long of(long row, long column) {
    if (!holds(row, column)) {
      throw Failure.of(ErrorKind.OVERFLOW, "a place beyond " + SIDE);
    }
    return ((row & MASK) << 24) | (column & MASK);
  }

  /// A coloured place.
  ///
  /// @param colour as packed by a cell
  /// @param place a place without colour
  /// @return the packed cell
  public static long coloured(long colour, long place) {
    return (colour << 48) | place;
  }

  /// The place without its colour.
  ///
  /// @param packed a place or cell
  /// @return the place
  public static long bare(long packed) {
    return packed & PLACE;
  }

  /// The same cell or place elsewhere.
  ///
  /// @param packed a place or cell
  /// @param row its row
  /// @param column its column
  /// @return with the same colour, packed
  public static long moved(long packed, long row, long column) {
    return (packed & ~PLACE) | of(row, column);
  }

  /// The row of a packed place or cell.
  ///
  /// @param packed a place or cell
  /// @return the row
  public static int row(long packed) {
    return (int) (packed << 16 >> 40);
  }

  /// The column of a packed place or cell.
  ///
  /// @param packed a place or cell
  /// @return the column
  public static int column(long packed) {
    return (int) (packed << 40 >> 40);
  }

  /// The colour of a packed cell.
  ///
  /// @param packed a cell
  /// @return a number, or [#NO_COLOUR]
  public static int colour(long packed) {
    return (int) (packed >> 48);
  }
}
