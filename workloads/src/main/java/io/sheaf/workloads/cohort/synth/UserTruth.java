package io.sheaf.workloads.cohort.synth;

import java.util.Locale;
import java.util.UUID;

/// What was planted in one user.
///
/// @param id looks like a UUID
/// @param coupling what drives what
/// @param persistence lag-1 autoregression of the activity, per minute
/// @param sittingMinutes mean length of a sitting bout at average activity and clock
/// @param standingMinutes mean length of the stretches between, likewise
/// @param activityToSitting log-odds of standing up per standard deviation of activity
/// @param sittingToActivity drop of the mean activity while sitting, in standard deviations of its
///   noise
/// @param circadianActivity amplitude of the daily curve in the activity
/// @param circadianSitting amplitude of the daily curve in the log-odds of standing up
record UserTruth(
    String id,
    Coupling coupling,
    double persistence,
    double sittingMinutes,
    double standingMinutes,
    double activityToSitting,
    double sittingToActivity,
    double circadianActivity,
    double circadianSitting) {
  static final String HEADER =
      "user_id,coupling,persistence,sitting_minutes,standing_minutes,activity_to_sitting,"
          + "sitting_to_activity,circadian_activity,circadian_sitting";

  /// The truth of user number `user`; the kinds of coupling follow each other in turn.
  static UserTruth draw(long seed, int user) {
    Noise noise = new Noise(seed, user, "truth");
    Coupling[] kinds = Coupling.values();
    Coupling coupling = kinds[user % kinds.length];
    boolean clock = coupling == Coupling.COMMON_DRIVER;
    return new UserTruth(
        id(noise),
        coupling,
        rounded(noise.uniform(0.5, 0.7)),
        rounded(noise.uniform(14, 24)),
        rounded(noise.uniform(8, 14)),
        coupling == Coupling.A_TO_S ? rounded(noise.uniform(0.9, 1.3)) : 0,
        coupling == Coupling.S_TO_A ? rounded(noise.uniform(0.7, 1.0)) : 0,
        clock ? rounded(noise.uniform(1.5, 2.0)) : 0,
        clock ? rounded(noise.uniform(1.0, 1.4)) : 0);
  }

  private static String id(Noise noise) {
    long high = (noise.bits() & ~0xF000L) | 0x4000L;
    long low = (noise.bits() & ~(0xC0L << 56)) | (0x80L << 56);
    return new UUID(high, low).toString().toUpperCase(Locale.ROOT);
  }

  /// What is planted is exactly what the file says.
  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  String line() {
    return String.join(
        ",",
        id,
        coupling.label(),
        Double.toString(persistence),
        Double.toString(sittingMinutes),
        Double.toString(standingMinutes),
        Double.toString(activityToSitting),
        Double.toString(sittingToActivity),
        Double.toString(circadianActivity),
        Double.toString(circadianSitting));
  }
}
