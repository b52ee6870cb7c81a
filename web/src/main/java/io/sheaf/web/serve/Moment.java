package io.sheaf.web.serve;

import io.sheaf.engine.observe.Quantities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Says when something was, as seen from now. Immutable.
record Moment(Clock clock, ZoneId zone) {
  String time(Instant time) {
    return Quantities.time(time, clock.instant(), zone);
  }

  String time(long millis) {
    return millis == 0 ? "" : time(Instant.ofEpochMilli(millis));
  }

  /// How long ago, or how long already.
  String since(Instant time) {
    return Quantities.words(Duration.between(time, clock.instant()));
  }
}
