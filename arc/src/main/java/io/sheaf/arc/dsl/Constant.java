package io.sheaf.arc.dsl;

import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.PairValue;
import io.sheaf.arc.value.Value;

/// The constants of the language, under their names in programs.
@SuppressWarnings("ImmutableEnumChecker") // Values do not change.
public enum Constant {
  /// False.
  F(Kind.BOOL, IntegerValue.FALSE),
  /// True.
  T(Kind.BOOL, IntegerValue.TRUE),
  /// 0.
  ZERO(Kind.INT, IntegerValue.of(0)),
  /// 1.
  ONE(Kind.INT, IntegerValue.of(1)),
  /// 2.
  TWO(Kind.INT, IntegerValue.of(2)),
  /// 3.
  THREE(Kind.INT, IntegerValue.of(3)),
  /// 4.
  FOUR(Kind.INT, IntegerValue.of(4)),
  /// 5.
  FIVE(Kind.INT, IntegerValue.of(5)),
  /// 6.
  SIX(Kind.INT, IntegerValue.of(6)),
  /// 7.
  SEVEN(Kind.INT, IntegerValue.of(7)),
  /// 8.
  EIGHT(Kind.INT, IntegerValue.of(8)),
  /// 9.
  NINE(Kind.INT, IntegerValue.of(9)),
  /// 10.
  TEN(Kind.INT, IntegerValue.of(10)),
  /// -1.
  NEG_ONE(Kind.INT, IntegerValue.of(-1)),
  /// -2.
  NEG_TWO(Kind.INT, IntegerValue.of(-2)),
  /// (1, 0).
  DOWN(Kind.PAIR, PairValue.of(1, 0)),
  /// (0, 1).
  RIGHT(Kind.PAIR, PairValue.of(0, 1)),
  /// (-1, 0).
  UP(Kind.PAIR, PairValue.of(-1, 0)),
  /// (0, -1).
  LEFT(Kind.PAIR, PairValue.of(0, -1)),
  /// (0, 0).
  ORIGIN(Kind.PAIR, PairValue.of(0, 0)),
  /// (1, 1).
  UNITY(Kind.PAIR, PairValue.of(1, 1)),
  /// (-1, -1).
  NEG_UNITY(Kind.PAIR, PairValue.of(-1, -1)),
  /// (-1, 1).
  UP_RIGHT(Kind.PAIR, PairValue.of(-1, 1)),
  /// (1, -1).
  DOWN_LEFT(Kind.PAIR, PairValue.of(1, -1)),
  /// (0, 2).
  ZERO_BY_TWO(Kind.PAIR, PairValue.of(0, 2)),
  /// (2, 0).
  TWO_BY_ZERO(Kind.PAIR, PairValue.of(2, 0)),
  /// (2, 2).
  TWO_BY_TWO(Kind.PAIR, PairValue.of(2, 2)),
  /// (3, 3).
  THREE_BY_THREE(Kind.PAIR, PairValue.of(3, 3));

  private final Kind kind;
  private final Value value;

  Constant(Kind kind, Value value) {
    this.kind = kind;
    this.value = value;
  }

  /// Truth value, number or pair.
  ///
  /// @return its kind
  public Kind kind() {
    return kind;
  }

  /// What it stands for.
  ///
  /// @return the value
  public Value value() {
    return value;
  }
}
