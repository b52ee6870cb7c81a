package io.sheaf.web.report;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Lane;
import io.sheaf.engine.chapter.Figure.Point;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.engine.chapter.Figure.Span;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.RunTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who worked when, how many at the same time, and how fast units ended.
final class TimeSection {
  private static final int MOST_LANES = 48;

  private TimeSection() {}

  static Section of(RunTimes times) {
    List<Figure> figures = new ArrayList<>();
    figures.add(times.pieces().isEmpty() ? shares(times) : pieces(times));
    figures.add(busy(times));
    figures.add(pace(times));
    return new Section("Timeline", figures);
  }

  private static Figure pieces(RunTimes times) {
    Map<String, List<Span>> byWorker = new TreeMap<>();
    for (RunTimes.Piece piece : times.pieces()) {
      byWorker
          .computeIfAbsent(piece.worker(), _ -> new ArrayList<>())
          .add(
              new Span(
                  piece.from(),
                  piece.from() + piece.wallSeconds(),
                  piece.outcome(),
                  1,
                  "%s, attempt %d: %s, %s s"
                      .formatted(
                          piece.unit(),
                          piece.epoch(),
                          piece.outcome(),
                          Words.seconds(piece.wallSeconds()))));
    }
    List<Lane> lanes =
        times.lanes().stream()
            .limit(MOST_LANES)
            .map(lane -> new Lane(lane.worker(), byWorker.getOrDefault(lane.worker(), List.of())))
            .toList();
    return timeline(times, "a bar is an attempt, its colour how it ended", lanes);
  }

  private static Figure shares(RunTimes times) {
    List<Lane> lanes = new ArrayList<>();
    for (RunTimes.Lane lane : times.lanes().stream().limit(MOST_LANES).toList()) {
      List<Span> spans = new ArrayList<>();
      for (int bin = 0; bin < lane.busy().size(); bin++) {
        double share = lane.busy().get(bin);
        if (share > 0) {
          double from = bin * times.binSeconds();
          spans.add(new Span(from, from + times.binSeconds(), "busy", share, ""));
        }
      }
      lanes.add(new Lane(lane.worker(), spans));
    }
    return timeline(
        times,
        "%,d attempts are too many to draw each: the darker, the more of the time was spent on units"
            .formatted(times.attempts()),
        lanes);
  }

  private static Figure timeline(RunTimes times, String note, List<Lane> lanes) {
    String left =
        times.lanes().size() > MOST_LANES
            ? "; the first %d of %,d workers".formatted(MOST_LANES, times.lanes().size())
            : "";
    return new Figure.Timeline(
        new Caption("Workers over time", note + left), axis(), times.seconds(), lanes);
  }

  private static String axis() {
    return "seconds since the first unit began";
  }

  private static Figure busy(RunTimes times) {
    List<Point> points = new ArrayList<>();
    for (int bin = 0; bin < RunTimes.BINS; bin++) {
      double sum = 0;
      for (RunTimes.Lane lane : times.lanes()) {
        sum += lane.busy().get(bin);
      }
      points.add(new Point((bin + 0.5) * times.binSeconds(), sum, ""));
    }
    double mean = points.stream().mapToDouble(Point::y).average().orElse(0);
    return new Figure.Lines(
        new Caption(
            "Workers at work", "%.2f of %d on average".formatted(mean, times.lanes().size())),
        axis(),
        "workers",
        List.of(new Points("", points)));
  }

  private static Figure pace(RunTimes times) {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0, "")));
    long sum = 0;
    for (int bin = 0; bin < RunTimes.BINS; bin++) {
      sum += times.ended().get(bin);
      points.add(new Point((bin + 1) * times.binSeconds(), sum, ""));
    }
    return new Figure.Lines(
        new Caption(
            "Attempts that have ended",
            "%,d in all, %s a second"
                .formatted(sum, Words.seconds(sum / Math.max(1e-9, times.seconds())))),
        axis(),
        "attempts",
        List.of(new Points("", points)));
  }
}
