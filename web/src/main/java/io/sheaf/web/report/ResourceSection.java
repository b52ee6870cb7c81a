package io.sheaf.web.report;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Point;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.ProcessCurve;
import io.sheaf.engine.observe.ProcessCurve.Moment;
import io.sheaf.engine.observe.RunAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Memory, processor and storage over time.
final class ResourceSection {
  private static final int MOST_PROCESSES = 12;
  private static final double MIB = 1 << 20;

  private ResourceSection() {}

  /// Empty if the run was over before there were two samples.
  static Optional<Section> of(RunAccount account) {
    List<ProcessCurve> curves =
        account.curves().stream().filter(curve -> curve.moments().size() > 1).toList();
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    String note =
        curves.size() > MOST_PROCESSES
            ? "the first %d of %d processes".formatted(MOST_PROCESSES, curves.size())
            : "";
    List<ProcessCurve> shown = curves.subList(0, Math.min(MOST_PROCESSES, curves.size()));
    double from =
        account.times().lanes().isEmpty()
            ? shown.getFirst().moments().getFirst().timeMillis()
            : account.times().fromMillis();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        lines(shown, new Caption("Memory held", note), "MiB", from, one -> one.rssBytes() / MIB));
    figures.add(lines(shown, new Caption("Processors used", note), "cores", from, Moment::cores));
    List<ProcessCurve> storage = telling(shown, Moment::readBytes);
    if (!storage.isEmpty()) {
      figures.add(
          lines(
              storage,
              new Caption("Read from storage", note),
              "MiB/s",
              from,
              one -> one.readBytes() / MIB));
      figures.add(
          lines(
              storage,
              new Caption("Written to storage", note),
              "MiB/s",
              from,
              one -> one.writtenBytes() / MIB));
    }
    List<ProcessCurve> graphics = telling(shown, Moment::gpuBytes);
    if (!graphics.isEmpty()) {
      figures.add(
          lines(
              graphics,
              new Caption("Memory of graphics processors", note),
              "MiB",
              from,
              one -> one.gpuBytes() / MIB));
    }
    return Optional.of(
        new Section(
            "Resources",
            "Of the processes of the run, a sample a second, fewer as it grows longer.",
            figures));
  }

  /// Processes of which this is known at each moment.
  private static List<ProcessCurve> telling(
      List<ProcessCurve> curves, ToDoubleFunction<Moment> value) {
    return curves.stream()
        .filter(curve -> curve.moments().stream().mapToDouble(value).noneMatch(Double::isNaN))
        .toList();
  }

  private static Figure lines(
      List<ProcessCurve> curves,
      Caption caption,
      String unit,
      double from,
      ToDoubleFunction<Moment> value) {
    List<Points> series = new ArrayList<>();
    for (ProcessCurve curve : curves) {
      series.add(
          new Points(
              curve.process(),
              curve.moments().stream()
                  .map(
                      one ->
                          new Point((one.timeMillis() - from) / 1e3, value.applyAsDouble(one), ""))
                  .toList()));
    }
    return new Figure.Lines(caption, "seconds since the first unit began", unit, series);
  }
}
