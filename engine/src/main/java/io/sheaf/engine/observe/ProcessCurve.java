package io.sheaf.engine.observe;

import io.sheaf.engine.journal.Sample;
import java.util.ArrayList;
import java.util.List;

/// What a process used over time. Immutable.
///
/// @param process `coordinator`, or the worker's name; a worker that was replaced goes on under its
///   name
/// @param moments by time, at most [#MOST]
public record ProcessCurve(String process, List<Moment> moments) {
  public static final int MOST = 256;

  /// What was used up to a moment since the one before.
  ///
  /// @param timeMillis of the epoch
  /// @param cores processor time by elapsed time
  /// @param readBytes a second from storage, NaN where the system does not tell
  /// @param writtenBytes a second to storage, NaN where the system does not tell
  /// @param gpuBytes memory of graphics processors, NaN where nothing tells
  public record Moment(
      long timeMillis,
      long rssBytes,
      double cores,
      double readBytes,
      double writtenBytes,
      double gpuBytes) {}

  static ProcessCurve of(String process, List<Sample> samples) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      Sample before = samples.get(i - 1);
      Sample now = samples.get(i);
      if (now.pid() == before.pid() && now.timeMillis() > before.timeMillis()) {
        moments.add(moment(before, now));
      }
    }
    return new ProcessCurve(process, moments);
  }

  private static Moment moment(Sample before, Sample now) {
    double seconds = (now.timeMillis() - before.timeMillis()) / 1e3;
    return new Moment(
        now.timeMillis(),
        now.rssBytes(),
        Math.max(0, now.cpuMillis() - before.cpuMillis()) / 1e3 / seconds,
        rate(before.readBytes(), now.readBytes(), seconds),
        rate(before.writtenBytes(), now.writtenBytes(), seconds),
        now.gpuBytes() < 0 ? Double.NaN : now.gpuBytes());
  }

  private static double rate(long before, long now, double seconds) {
    return before < 0 || now < 0 ? Double.NaN : Math.max(0, now - before) / seconds;
  }
}
