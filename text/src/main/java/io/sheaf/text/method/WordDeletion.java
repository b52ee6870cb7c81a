package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Targets;
import io.sheaf.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Drops words, each with one white space beside it; never the last word of a text. The word that
/// comes to stand first in a sentence takes the capital of the one that did.
record WordDeletion(Guards guards, Amount amount) implements Augmenter {
  @Override
  public Revision revise(Passage passage, Draws draws) {
    Words words = passage.words();
    Targets targets = new Targets(passage, guards, 1, draws);
    BitSet dropped = new BitSet();
    int left = Math.min(amount.of(words.size()), words.size() - 1);
    for (int word = targets.next(); left > 0 && word != Targets.NONE; word = targets.next()) {
      dropped.set(word);
      left--;
    }
    return Revision.of(passage.text(), edits(passage, dropped));
  }

  private static List<Edit> edits(Passage passage, BitSet dropped) {
    List<Edit> edits = new ArrayList<>();
    int free = 0;
    for (int word = dropped.nextSetBit(0); word >= 0; word = dropped.nextSetBit(word + 1)) {
      Edit edit = drop(passage.text(), passage.words(), word, free);
      edits.add(edit);
      free = edit.end();
    }
    Words words = passage.words();
    for (int word = dropped.nextSetBit(0); word >= 0; word = dropped.nextSetBit(word + 1)) {
      int next = dropped.nextClearBit(word);
      boolean comesFirst = next < words.size() && !startsBetween(passage, word, next);
      if (passage.isFirst(word) && comesFirst && isCapital(passage, word)) {
        edits.add(passage.replace(next, Letters.capitalised(words.of(next))));
      }
    }
    return edits;
  }

  /// Whether another sentence starts at one of the words behind a word.
  private static boolean startsBetween(Passage passage, int word, int last) {
    for (int other = word + 1; other <= last; other++) {
      if (passage.isFirst(other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCapital(Passage passage, int word) {
    return Character.isUpperCase(passage.text().codePointAt(passage.words().start(word)));
  }

  private static Edit drop(String text, Words words, int word, int free) {
    int start = words.start(word);
    int end = words.end(word);
    if (end < text.length() && isBlank(text.charAt(end))) {
      return new Edit(start, end + 1, "");
    }
    return start > free && isBlank(text.charAt(start - 1))
        ? new Edit(start - 1, end, "")
        : new Edit(start, end, "");
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
