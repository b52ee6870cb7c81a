package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts further words between those that are there, or after the last.
///
/// @param choice which word comes next
record WordInsertion(Choice choice, Amount amount) implements Augmenter {
  /// Chooses words.
  @FunctionalInterface
  interface Choice {
    /// A word to insert, empty if there is none.
    Optional<String> word(Passage passage, Draws draws);
  }

  @Override
  public Revision revise(Passage passage, Draws draws) {
    Words words = passage.words();
    List<Edit> edits = new ArrayList<>();
    for (int left = amount.of(words.size()); left > 0 && words.size() > 0; left--) {
      Optional<String> inserted = choice.word(passage, draws);
      if (inserted.isEmpty()) {
        break;
      }
      edits.add(insert(passage, draws.below(words.size()), inserted.get()));
    }
    return Revision.of(passage.text(), edits);
  }

  /// Before a word that white space precedes; else after the last word.
  private static Edit insert(Passage passage, int word, String inserted) {
    Words words = passage.words();
    int start = words.start(word);
    int end = words.end(words.size() - 1);
    return word > 0 && passage.text().charAt(start - 1) == ' '
        ? new Edit(start, start, inserted + " ")
        : new Edit(end, end, " " + inserted);
  }
}
