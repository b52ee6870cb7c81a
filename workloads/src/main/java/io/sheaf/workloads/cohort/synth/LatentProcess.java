package io.sheaf.workloads.cohort.synth;

import java.time.Instant;
import java.time.zone.ZoneRules;

/// Activity and sitting of one user, minute by minute, also while nothing is sampled.
///
/// With a the activity, S sitting (0 or 1), e standard normal, c the daily curve from -1 at 3:00 to
/// 1 at 15:00 local time, and f the persistence:
///
/// - a(t) = f a(t-1) + sqrt(1 - f²) (e + d (1/2 - S(t-1))) + (1 - f) m c(t)
/// - log-odds of standing up at t = logit(1 / sittingMinutes) + g a(t-1) + h c(t)
/// - log-odds of sitting down at t = logit(1 / standingMinutes) - g a(t-1) - h c(t)
///
/// with d, g, m and h of the [UserTruth], 0 where the kind of coupling has none. So in a user
/// without g, S is a Markov chain of order 1 by itself, and in one without d, a is autoregressive
/// by itself. Owns its arrays.
final class LatentProcess {
  private static final int WARM_UP_MINUTES = 300;

  private final double[] activity;
  private final boolean[] sitting;

  LatentProcess(UserTruth truth, Noise noise, long startSeconds, int minutes) {
    activity = new double[minutes];
    sitting = new boolean[minutes];
    ZoneRules rules = Schedule.ZONE.getRules();
    double a = noise.gaussian();
    boolean s = noise.chance(0.5);
    for (int t = -WARM_UP_MINUTES; t < minutes; t++) {
      double clock = clock(rules, startSeconds + 60L * t);
      double next = nextActivity(truth, a, s, clock) + innovation(truth) * noise.gaussian();
      s = noise.chance(changeProbability(truth, a, s, clock)) != s;
      a = next;
      if (t >= 0) {
        activity[t] = a;
        sitting[t] = s;
      }
    }
  }

  /// Activity at a minute, about standard normal.
  double activity(int minute) {
    return activity[minute];
  }

  /// Whether the user sits at a minute.
  boolean isSitting(int minute) {
    return sitting[minute];
  }

  private static double innovation(UserTruth truth) {
    return Math.sqrt(1 - truth.persistence() * truth.persistence());
  }

  private static double nextActivity(UserTruth truth, double a, boolean s, double clock) {
    double posture = truth.sittingToActivity() * (s ? -0.5 : 0.5);
    return truth.persistence() * a
        + innovation(truth) * posture
        + (1 - truth.persistence()) * truth.circadianActivity() * clock;
  }

  private static double changeProbability(UserTruth truth, double a, boolean s, double clock) {
    double drive = truth.activityToSitting() * a + truth.circadianSitting() * clock;
    double logOdds =
        s
            ? -StrictMath.log(truth.sittingMinutes() - 1) + drive
            : -StrictMath.log(truth.standingMinutes() - 1) - drive;
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  private static double clock(ZoneRules rules, long seconds) {
    long local = seconds + rules.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    double hour = Math.floorMod(local, 86_400L) / 3600.0;
    return -StrictMath.cos(2 * Math.PI * (hour - 3) / 24);
  }
}
