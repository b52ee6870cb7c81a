package io.sheaf.cli;

import io.sheaf.engine.schedule.Progress;

/// Is told how a run goes on, beside the display. Called by the coordinator's thread; must not keep
/// it.
interface Follower extends AutoCloseable {
  void progress(Progress progress);

  void failed(String unit, String message);

  /// The run is over for this process.
  ///
  /// @param state `completed`, `failed`, `stopped` or `broken`
  /// @param text one line for people
  void ended(String state, String text);

  /// Lets what is under way come to its end.
  @Override
  void close();
}
