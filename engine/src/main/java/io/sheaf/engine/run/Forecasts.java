package io.sheaf.engine.run;

import io.sheaf.engine.journal.Prediction;
import io.sheaf.engine.schedule.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was foretold during a run, a fair sample of it, to be held against what came. Confined to
/// one thread.
final class Forecasts {
  private static final long LEAST_MILLIS = 1000;
  private static final int PARTS = 20;

  private final long beganMillis;
  private final List<Prediction> made = new ArrayList<>();
  private long nextMillis;

  Forecasts(long beganMillis) {
    this.beganMillis = beganMillis;
  }

  /// Notes a forecast, unless the last one noted is too recent.
  Optional<Prediction> note(Optional<TimeRange> remaining, long nowMillis) {
    if (remaining.isEmpty() || nowMillis < nextMillis) {
      return Optional.empty();
    }
    nextMillis = nowMillis + Math.max(LEAST_MILLIS, (nowMillis - beganMillis) / PARTS);
    TimeRange range = remaining.get();
    Prediction prediction =
        new Prediction(nowMillis, range.low().toMillis(), range.high().toMillis());
    made.add(prediction);
    return Optional.of(prediction);
  }

  /// How many forecasts held the moment at which the run ended.
  String coverage(long endMillis) {
    long held =
        made.stream()
            .filter(
                prediction -> {
                  long left = endMillis - prediction.timeMillis();
                  return prediction.lowMillis() <= left && left <= prediction.highMillis();
                })
            .count();
    return "%d of %d forecasts of the end held (8 in 10 are meant to)".formatted(held, made.size());
  }

  boolean isEmpty() {
    return made.isEmpty();
  }
}
