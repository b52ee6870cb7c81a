package io.sheaf.text.method;

import io.sheaf.text.Augmenter;

/// What came of making an augmenter of a method.
public sealed interface Opening {
  /// It can be used.
  ///
  /// @param resource digest or version of what it was made with and does not come with Sheaf; empty
  ///   if nothing
  record Ready(Augmenter augmenter, String resource) implements Opening {
    public Ready(Augmenter augmenter) {
      this(augmenter, "");
    }
  }

  /// It cannot: something is missing on this machine.
  ///
  /// @param reason what is missing, and how to provide it
  record Unavailable(String reason) implements Opening {}
}
