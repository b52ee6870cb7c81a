package io.sheaf.arc.value;

/// A tuple of a colour, which is a small number or None, and a place.
public final class CellValue extends TupleValue {
  private final int colour;
  private final PairValue place;

  CellValue(int colour, PairValue place) {
    super(1);
    this.colour = colour;
    this.place = place;
  }

  static CellValue of(long packed) {
    return new CellValue(
        Place.colour(packed), new PairValue(Place.row(packed), Place.column(packed)));
  }

  /// Whether a value can be the colour of a cell.
  ///
  /// @param colour any
  /// @return whether it is a number of 16 bits or None
  public static boolean holds(Value colour) {
    return colour instanceof IntegerValue number
        ? Place.holdsColour(number.value())
        : colour instanceof NoneValue;
  }

  /// The colour as it is packed.
  ///
  /// @param colour one that [#holds] accepts
  /// @return a number, or [Place#NO_COLOUR]
  public static int packed(Value colour) {
    return colour instanceof IntegerValue number ? (int) number.value() : Place.NO_COLOUR;
  }

  /// The value of a packed colour.
  ///
  /// @param colour a number, or [Place#NO_COLOUR]
  /// @return the number, or None
  public static Value unpacked(int colour) {
    return colour == Place.NO_COLOUR ? NoneValue.NONE : IntegerValue.of(colour);
  }

  /// The cell, packed.
  ///
  /// @return colour and place
  public long packed() {
    return Place.coloured(colour, Place.of(place.row(), place.column()));
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public Value get(int index) {
    return index == 0 ? unpacked(colour) : place;
  }

  @Override
  boolean isRow() {
    return false;
  }

  @Override
  byte cell(int index) {
    throw new IllegalStateException("a cell is no row");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CellValue cell && cell.colour == colour && cell.place.equals(place));
  }

  @Override
  public int hashCode() {
    return Mixing.mix(packed());
  }
}
