package io.sheaf.text.method;

import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.lexicon.Vocabulary;
import java.util.List;

/// Replaces words that say little by others that say little: the more frequent a word, the likelier
/// it is replaced, by a word about as frequent. Rank in the vocabulary stands for the document
/// frequency.
///
/// @see <a href="https://arxiv.org/abs/1904.12848">Xie et al. 2020, Unsupervised data
///   augmentation</a>
record UninformativeSwap(Vocabulary vocabulary, Guards guards) implements WordChange {
  private static final int NEAR = 40;
  private static final int MOST_TRIES = 8;

  @Override
  public boolean change(Passage passage, int word, Draws draws, List<Edit> edits) {
    List<String> words = vocabulary.words();
    String original = passage.words().of(word);
    int rank = vocabulary.rank(Letters.lower(original));
    double information = vocabulary.information(rank);
    if (rank == words.size() || draws.unit() < information * information) {
      return false;
    }
    int from = Math.max(0, rank - NEAR);
    int to = Math.min(words.size(), rank + NEAR);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String drawn = words.get(from + draws.below(to - from));
      if (guards.allowsNew(drawn)
          && !drawn.equalsIgnoreCase(original)
          && Lexical.goesAfter(passage, word - 1, drawn)) {
        return edits.add(passage.replace(word, Letters.inCaseOf(original, drawn)));
      }
    }
    return false;
  }
}
