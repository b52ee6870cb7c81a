package io.sheaf.arc.dsl;

import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.Value;

/// A rectangle of places, all four sides inclusive.
record Box(int top, int left, int bottom, int right) {
  /// The bounding box of a patch.
  ///
  /// @throws io.sheaf.arc.value.Failure VALUE if it is empty
  static Box of(Value patch) {
    return of(Arguments.places(patch));
  }

  static Box of(long[] places) {
    if (places.length == 0) {
      throw Arguments.nothing();
    }
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = Integer.MIN_VALUE;
    int right = Integer.MIN_VALUE;
    for (long place : places) {
      int row = Place.row(place);
      int column = Place.column(place);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    return new Box(top, left, bottom, right);
  }

  /// The box with every side moved outwards; where sides pass each other, they change places.
  Box grown(int by) {
    return new Box(
        Math.min(top - by, bottom + by),
        Math.min(left - by, right + by),
        Math.max(top - by, bottom + by),
        Math.max(left - by, right + by));
  }

  int height() {
    return bottom - top + 1;
  }

  int width() {
    return right - left + 1;
  }

  /// All places of it, row by row.
  long[] places(Meter meter) {
    meter.require((long) height() * width());
    long[] places = new long[height() * width()];
    int at = 0;
    for (int i = top; i <= bottom; i++) {
      for (int j = left; j <= right; j++) {
        places[at++] = Place.of(i, j);
      }
    }
    return places;
  }

  /// Its outline: left column, right column, top row, bottom row.
  SetValue outline(Meter meter) {
    meter.require(2L * (height() + width()));
    SetBuilder builder = new SetBuilder();
    for (int i = top; i <= bottom; i++) {
      builder.addPlace(Place.of(i, left));
    }
    for (int i = top; i <= bottom; i++) {
      builder.addPlace(Place.of(i, right));
    }
    for (int j = left; j <= right; j++) {
      builder.addPlace(Place.of(top, j));
    }
    for (int j = left; j <= right; j++) {
      builder.addPlace(Place.of(bottom, j));
    }
    return builder.build();
  }
}
