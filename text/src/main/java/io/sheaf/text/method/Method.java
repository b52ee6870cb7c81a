package io.sheaf.text.method;

import io.sheaf.text.lexicon.Lexicon;
import java.util.Map;

/// A way to make variants.
///
/// @param id as in configurations and tables
/// @param family what kind of change it is
/// @param summary what it does, a line
/// @param parameters names and usual values
/// @param source resources it reads, with their licence
/// @param maker makes its augmenter
public record Method(
    String id,
    Family family,
    String summary,
    Map<String, String> parameters,
    Source source,
    Maker maker) {
  /// What a method changes.
  public enum Family {
    CHARACTER,
    WORD,
    SYNONYM,
    MODEL,
    TRANSLATION,
    SENTENCE
  }

  /// Where a method's knowledge is from.
  ///
  /// @param resources names
  /// @param licence of the resources
  public record Source(String resources, String licence) {
    /// Nothing but the code.
    public static final Source NONE = new Source("none", "Apache-2.0");
  }

  /// Makes augmenters.
  @FunctionalInterface
  public interface Maker {
    /// Opens what the method needs.
    ///
    /// @throws IllegalArgumentException if a parameter has a wrong value; the message names it
    Opening open(Parameters parameters, Lexicon lexicon);
  }

  /// Makes an augmenter with some of the parameters set.
  ///
  /// @throws IllegalArgumentException if a parameter is unknown or has a wrong value
  public Opening open(Map<String, String> set, Lexicon lexicon) {
    return maker.open(new Parameters(id, parameters, set), lexicon);
  }
}
