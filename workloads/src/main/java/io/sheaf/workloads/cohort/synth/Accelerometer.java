package io.sheaf.workloads.cohort.synth;

/// Turns activity into the features of a phone's accelerometer, in units of gravity; confined.
///
/// The standard deviations and the length of the mean vector rise with the activity. Gravity points
/// near a diagonal of the phone and wanders slowly; now and then the phone is turned to another
/// diagonal. There the sum of the absolute components has its maximum, so it hardly changes with
/// the orientation and still rises with the activity.
final class Accelerometer {
  private static final double TYPICAL_MOVEMENT = 0.12;
  private static final double LOG_SPREAD = 0.6;
  private static final double LENGTH_PER_MOVEMENT = 0.8;
  private static final double WANDER = 0.02;
  private static final double WANDER_PERSISTENCE = 0.99;
  private static final double TURNS_PER_ROW = 1.0 / 150;

  private final Noise noise;
  private final double[] wander = new double[3];
  private final double[] sign = {1, 1, 1};
  private final double[] mean = new double[3];
  private final double[] deviation = new double[3];
  private double magnitude;

  Accelerometer(Noise noise) {
    this.noise = noise;
  }

  /// Takes the next sample.
  void sample(double activity) {
    double movement = TYPICAL_MOVEMENT * StrictMath.exp(LOG_SPREAD * activity);
    double length = 1 + LENGTH_PER_MOVEMENT * movement;
    turn();
    double norm = 0;
    for (int axis = 0; axis < 3; axis++) {
      norm += (1 + wander[axis]) * (1 + wander[axis]);
    }
    norm = Math.sqrt(norm);
    for (int axis = 0; axis < 3; axis++) {
      mean[axis] = sign[axis] * length * (1 + wander[axis]) / norm * relativeNoise(0.002);
      deviation[axis] = movement / Math.sqrt(3) * relativeNoise(0.03);
    }
    magnitude = length * relativeNoise(0.002);
  }

  private void turn() {
    double step = WANDER * Math.sqrt(1 - WANDER_PERSISTENCE * WANDER_PERSISTENCE);
    for (int axis = 0; axis < 3; axis++) {
      wander[axis] = WANDER_PERSISTENCE * wander[axis] + step * noise.gaussian();
    }
    if (noise.chance(TURNS_PER_ROW)) {
      int axis = noise.below(3);
      sign[axis] = -sign[axis];
    }
  }

  private double relativeNoise(double deviation) {
    return 1 + deviation * noise.gaussian();
  }

  double mean(int axis) {
    return mean[axis];
  }

  double deviation(int axis) {
    return deviation[axis];
  }

  double magnitude() {
    return magnitude;
  }
}
