package io.sheaf.workloads.cohort.synth;

/// A column of a synthetic user file.
///
/// @param name as in the header
/// @param content what its cells hold
record Column(String name, Content content) {
  /// What the cells of a column hold.
  enum Content {
    TIMESTAMP,
    MAGNITUDE,
    MEAN_X,
    MEAN_Y,
    MEAN_Z,
    DEVIATION_X,
    DEVIATION_Y,
    DEVIATION_Z,
    SITTING,
    LABEL_SOURCE,
    OTHER_NUMBER,
    OTHER_FLAG,
    OTHER_LABEL;

    boolean isOther() {
      return switch (this) {
        case TIMESTAMP, MAGNITUDE, MEAN_X, MEAN_Y, MEAN_Z -> false;
        case DEVIATION_X, DEVIATION_Y, DEVIATION_Z, SITTING, LABEL_SOURCE -> false;
        case OTHER_NUMBER, OTHER_FLAG, OTHER_LABEL -> true;
      };
    }
  }

  /// The sensor that a feature comes from.
  String sensor() {
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }
}
