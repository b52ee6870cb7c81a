package io.sheaf.workloads.cohort;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// The text of a user's file with a level and a label, a row a minute.
final class UserText {
  /// Monday, 5 October 2015, 00:00 in UTC.
  static final long MIDNIGHT = 1_444_003_200;

  private final StringBuilder text =
      new StringBuilder("timestamp,raw_acc:magnitude_stats:mean,label:SITTING\n");
  private long time = MIDNIGHT;

  static UserText of(int rows, IntToDoubleFunction level, IntUnaryOperator label) {
    return new UserText().rows(rows, level, label);
  }

  /// Bouts of activity and sitting that follow the level, each day from 9 in Los Angeles.
  static UserText days(SplittableRandom random, int days, int rowsPerDay) {
    UserText text = new UserText();
    double level = 0;
    int sitting = 0;
    for (int day = 0; day < days; day++) {
      text.from(MIDNIGHT + 86_400L * day + 16 * 3_600);
      for (int i = 0; i < rowsPerDay; i++) {
        level = 0.8 * level + random.nextGaussian();
        sitting = random.nextDouble() < (level < 0 ? 0.3 : 0.1) ? 1 - sitting : sitting;
        text.row(Double.toString(level), Integer.toString(sitting));
      }
    }
    return text;
  }

  /// Random numbers of a test: prints its seed, takes `-Dseed`.
  static SplittableRandom random(Class<?> test) {
    long seed = Long.getLong("seed", 20261122L);
    System.out.println(test.getSimpleName() + ": seed = " + seed);
    return new SplittableRandom(seed ^ test.getSimpleName().hashCode());
  }

  UserText rows(int rows, IntToDoubleFunction level, IntUnaryOperator label) {
    for (int i = 0; i < rows; i++) {
      row(Double.toString(level.applyAsDouble(i)), Integer.toString(label.applyAsInt(i)));
    }
    return this;
  }

  UserText row(String level, String label) {
    text.append(time).append(',').append(level).append(',').append(label).append('\n');
    time += 60;
    return this;
  }

  /// The next row comes that much later than a minute.
  UserText gap(long seconds) {
    time += seconds;
    return this;
  }

  UserText from(long epochSeconds) {
    time = epochSeconds;
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
