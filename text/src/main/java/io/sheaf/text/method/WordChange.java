package io.sheaf.text.method;

import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Passage;
import java.util.List;

/// Changes one word.
@FunctionalInterface
interface WordChange {
  /// Adds edits within a word.
  ///
  /// @return whether there was anything to change
  boolean change(Passage passage, int word, Draws draws, List<Edit> edits);
}
