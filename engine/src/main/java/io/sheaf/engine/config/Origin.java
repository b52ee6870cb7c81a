package io.sheaf.engine.config;

/// Where a configured value came from.
///
/// @param layer the kind of source; a later constant overrides an earlier one
/// @param place the preset's name, `file:line`, the variable or the flag
public record Origin(Layer layer, String place) {
  /// The sources of configuration, weakest first.
  public enum Layer {
    DEFAULT,
    PRESET,
    FILE,
    ENVIRONMENT,
    FLAG
  }

  @Override
  public String toString() {
    return switch (layer) {
      case DEFAULT -> "default";
      case PRESET -> "preset " + place;
      case FILE, ENVIRONMENT, FLAG -> place;
    };
  }
}
