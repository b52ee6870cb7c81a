package io.sheaf.engine.observe;

import io.sheaf.engine.chapter.Thinned;
import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.journal.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a process used over time. Immutable.
///
/// @param process `coordinator`, or the worker's name; its number behind it where several had it
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

  private record Holder(String name, long pid) {}

  static List<ProcessCurve> read(JournalScan journal) throws IOException {
    Map<Holder, Thinned<Sample>> samples = new LinkedHashMap<>();
    journal.samples(0, one -> add(one.sample(), samples));
    List<ProcessCurve> curves = new ArrayList<>();
    samples.forEach((process, some) -> curves.add(curve(process, some.kept(), samples)));
    return curves;
  }

  private static void add(Sample sample, Map<Holder, Thinned<Sample>> samples) {
    samples
        .computeIfAbsent(new Holder(sample.process(), sample.pid()), _ -> new Thinned<>(MOST))
        .add(sample);
  }

  private static ProcessCurve curve(
      Holder process, List<Sample> samples, Map<Holder, ?> processes) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 1; i < samples.size(); i++) {
      moments.add(moment(samples.get(i - 1), samples.get(i)));
    }
    boolean alone =
        processes.keySet().stream().filter(one -> one.name().equals(process.name())).count() == 1;
    return new ProcessCurve(process.name() + (alone ? "" : " " + process.pid()), moments);
  }

  private static Moment moment(Sample before, Sample now) {
    double seconds = Math.max(1, now.timeMillis() - before.timeMillis()) / 1e3;
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
