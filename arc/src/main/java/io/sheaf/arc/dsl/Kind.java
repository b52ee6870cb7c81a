package io.sheaf.arc.dsl;

/// What a primitive takes and gives, as far as it can be said without running it.
public enum Kind {
  /// Anything.
  ANY,
  /// A truth value.
  BOOL,
  /// A whole number.
  INT,
  /// A number or a pair.
  NUM,
  /// A row and a column.
  PAIR,
  /// A tuple.
  TUP,
  /// A set.
  SET,
  /// A tuple or set.
  CONT,
  /// A function.
  FN,
  /// A grid.
  GRID,
  /// A set of places.
  INDICES,
  /// A set of cells.
  OBJECT,
  /// A set of objects.
  OBJECTS,
  /// A set of places or cells.
  PATCH,
  /// A grid or patch.
  PIECE,
  /// A grid or object.
  ELEM;

  private boolean isTuple() {
    return this == PAIR || this == TUP || this == GRID;
  }

  private boolean isSet() {
    return this == SET || this == INDICES || this == OBJECT || this == OBJECTS || this == PATCH;
  }

  private boolean isNumber() {
    return this == BOOL || this == INT;
  }

  /// Whether a value of this kind can be of another kind as well. Says no only where it never can:
  /// a tuple may always turn out to be a grid.
  ///
  /// @param wanted the kind that is asked for
  /// @return whether it is worth trying
  public boolean canBe(Kind wanted) {
    if (this == wanted || this == ANY || wanted == ANY) {
      return true;
    }
    return switch (wanted) {
      case BOOL, INT -> isNumber() || this == NUM;
      case NUM -> isNumber() || isTuple() || this == CONT;
      case FN, ANY -> false;
      case PAIR, TUP, GRID ->
          isTuple() || this == CONT || this == PIECE || this == ELEM || this == NUM;
      case SET, INDICES, OBJECT, OBJECTS, PATCH, CONT, PIECE, ELEM ->
          isTuple() || isSet() || this == CONT || this == PIECE || this == ELEM || this == NUM;
    };
  }
}
