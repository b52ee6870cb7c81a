package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Stopwords;
import io.sheaf.text.Targets;
import java.util.ArrayList;
import java.util.List;

/// Lets two words change places; the first of a sentence has the capital. Every word moves once at
/// most.
record WordSwap(Guards guards, Amount amount) implements Augmenter {
  @Override
  public Revision revise(Passage passage, Draws draws) {
    Targets targets = new Targets(passage, guards, 1, draws);
    List<Edit> edits = new ArrayList<>();
    for (int left = amount.of(passage.words().size()); left > 0; left--) {
      int one = targets.next();
      int other = targets.next();
      while (other != Targets.NONE && same(passage, one, other)) {
        other = targets.next();
      }
      if (other == Targets.NONE) {
        break;
      }
      edits.add(put(passage, one, other));
      edits.add(put(passage, other, one));
    }
    return Revision.of(passage.text(), edits);
  }

  private static boolean same(Passage passage, int one, int other) {
    return passage.words().of(one).equalsIgnoreCase(passage.words().of(other));
  }

  private static Edit put(Passage passage, int place, int word) {
    String from = passage.words().of(word);
    boolean proper = from.length() > 1 && from.equals(Letters.upper(from));
    String moved = proper || !passage.isFirst(word) ? from : uncapitalised(from);
    return passage.replace(
        place, passage.isFirst(place) ? Letters.inCaseOf(passage.words().of(place), moved) : moved);
  }

  /// Only function words, as others may be names.
  private static String uncapitalised(String word) {
    boolean always = word.equals("I") || word.startsWith("I'");
    return always || !Stopwords.contains(Letters.lower(word)) ? word : Letters.lower(word);
  }
}
