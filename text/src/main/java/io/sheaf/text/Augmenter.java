package io.sheaf.text;

/// Makes variants of texts.
///
/// The same passage and draws give the same revision. Implementations say whether they may be used
/// from several threads; all that come with Sheaf may.
@FunctionalInterface
public interface Augmenter {
  /// One variant of the passage; [Revision#none] where nothing could be changed.
  Revision revise(Passage passage, Draws draws);
}
