package io.sheaf.engine.observe;

import java.util.Locale;

/// How a unit stands.
public enum UnitState {
  /// Its turn has not come, or comes again.
  WAITING(0),
  RUNNING(1),
  DONE(2),
  FAILED(3),
  TIMED_OUT(4),
  OUT_OF_MEMORY(5),
  LOST(6),
  CANCELLED(7),
  /// It belongs to another shard.
  ELSEWHERE(8);

  private static final UnitState[] ALL = values();

  /// Its position, which is what tables of numbers hold.
  private final byte code;

  private final String word;

  UnitState(int code) {
    this.code = (byte) code;
    this.word = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The word for it, which for a settled unit is its outcome's.
  public String word() {
    return word;
  }

  /// Whether it has a result that is not one.
  public boolean isFault() {
    return switch (this) {
      case FAILED, TIMED_OUT, OUT_OF_MEMORY, LOST, CANCELLED -> true;
      case WAITING, RUNNING, DONE, ELSEWHERE -> false;
    };
  }

  /// The state that an outcome's word leaves a unit in; a word of another version is a failure.
  static UnitState of(String word) {
    for (UnitState state : ALL) {
      if (state.word.equals(word)) {
        return state;
      }
    }
    return FAILED;
  }

  byte code() {
    return code;
  }

  static UnitState at(int code) {
    return ALL[code];
  }
}
