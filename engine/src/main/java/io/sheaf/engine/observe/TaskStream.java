package io.sheaf.engine.observe;

import java.util.List;

/// Who worked on what and when, in a stretch of time: a row for each worker. Immutable.
///
/// Where there are too many attempts to be told apart, the stretch is divided into columns and only
/// how busy each worker was in each of them is told.
///
/// @param workers names by number
/// @param bars attempts by worker and start; empty where there are too many
/// @param pieces phases inside the bars
/// @param cells how busy workers were, where there are too many attempts
/// @param columns into which the stretch is divided for the cells
/// @param attempts in this stretch
public record TaskStream(
    long fromMillis,
    long toMillis,
    List<String> workers,
    List<Bar> bars,
    List<Piece> pieces,
    List<Cell> cells,
    int columns,
    long attempts) {

  /// An attempt.
  ///
  /// @param worker its number
  public record Bar(
      int worker,
      long startMillis,
      double lengthMillis,
      UnitState state,
      int unit,
      int epoch,
      String id) {}

  /// What an attempt spent in a phase, as one bar of that length.
  ///
  /// @param bar its number
  public record Piece(int bar, String phase, double startMillis, double lengthMillis) {}

  /// What a worker did in a column of time.
  ///
  /// @param state that of most of its time
  /// @param busy part of the time in which it worked, 0 to 1
  public record Cell(int worker, int column, UnitState state, double busy) {}
}
