package io.sheaf.text.method;

import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import java.util.List;

/// Puts a space into a word.
final class WordSplit implements WordChange {
  @Override
  public boolean change(Passage passage, int word, Draws draws, List<Edit> edits) {
    int start = passage.words().start(word);
    int end = passage.words().end(word);
    int wanted = start + 1 + draws.below(end - start);
    int place = start;
    while (place < wanted && place < end) {
      place = Letters.characterEnd(passage.text(), place, end);
    }
    if (place >= end) {
      place = Letters.characterEnd(passage.text(), start, end);
    }
    return place < end && edits.add(new Edit(place, place, " "));
  }
}
