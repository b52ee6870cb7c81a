package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Targets;
import java.util.ArrayList;
import java.util.List;

/// Changes words at random, each alone, until as many are changed as wanted.
///
/// @param shortest length of the shortest word that may change
record WordByWord(WordChange change, Guards guards, Amount amount, int shortest)
    implements Augmenter {
  @Override
  public Revision revise(Passage passage, Draws draws) {
    Targets targets = new Targets(passage, guards, shortest, draws);
    List<Edit> edits = new ArrayList<>();
    int left = amount.of(passage.words().size());
    int word = targets.next();
    while (left > 0 && word != Targets.NONE) {
      if (change.change(passage, word, draws, edits)) {
        left--;
      }
      word = targets.next();
    }
    return Revision.of(passage.text(), edits);
  }
}
