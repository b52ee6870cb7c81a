package io.sheaf.text.method;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;

/// What methods make of a text, to show what they do.
public final class Example {
  /// A text in which every method finds something to do.
  public static final String TEXT =
      "I have not slept well for weeks, and he is tired of hearing about the same old worries."
          + " Nothing helps!";

  private static final int MOST_TRIES = 20;

  private Example() {}

  /// The first change that a seed from the given one on makes; the text itself if there is none.
  public static String of(Augmenter augmenter, String text, long seed) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Revision revision = augmenter.revise(new Passage(text), new Draws(seed + i));
      if (revision.changes()) {
        return revision.text();
      }
    }
    return text;
  }
}
