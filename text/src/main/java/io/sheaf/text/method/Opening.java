package io.sheaf.text.method;

import io.sheaf.text.Augmenter;

/// What came of making an augmenter of a method.
public sealed interface Opening {
  /// It can be used.
  record Ready(Augmenter augmenter) implements Opening {}

  /// It cannot: something is missing on this machine.
  ///
  /// @param reason what is missing, and how to provide it
  record Unavailable(String reason) implements Opening {}
}
