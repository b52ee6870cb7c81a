package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Words;
import io.sheaf.text.lexicon.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Contracts "he is" to "he's". Before the end of a clause nothing is contracted, as nobody would,
/// nor "have" where it is no auxiliary: "I have a car".
final class Contraction implements Augmenter {
  private static final Set<String> AFTER_AUXILIARY =
      Set.of(
          """
          not never always just also already ever only recently even still been had done gone made
          seen taken given got gotten come become lost kept left found told said heard felt met paid
          read sent set sold spent won written known shown grown thrown chosen driven eaten fallen
          forgotten spoken stolen broken bought brought caught taught thought built held let put cut
          hit hurt run begun led sat stood understood worn torn sworn born borne drawn flown hidden
          ridden risen shaken slept stuck struck sung swum woken
          """
              .strip()
              .split("\\s+"));

  private final Map<String, String> contracted = new HashMap<>();
  private final Amount amount;

  Contraction(Amount amount) {
    this.amount = amount;
    for (String line : WordLists.lines("contractions.txt")) {
      int tab = line.indexOf('\t');
      contracted.put(line.substring(0, tab), line.substring(tab + 1));
    }
  }

  @Override
  public Revision revise(Passage passage, Draws draws) {
    List<Edit> places = places(passage);
    draws.shuffle(places);
    int wanted = Math.min(places.size(), amount.of(passage.words().size()));
    return Revision.of(passage.text(), places.subList(0, wanted));
  }

  private List<Edit> places(Passage passage) {
    Words words = passage.words();
    List<Edit> places = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      int last = find(passage, word);
      if (last >= word) {
        places.add(edit(passage, word, last));
        word = last;
      }
    }
    return places;
  }

  /// The last word of what can be contracted from a word on, -1 if nothing can.
  private int find(Passage passage, int word) {
    Words words = passage.words();
    for (int last = Math.min(word + 1, words.size() - 1); last >= word; last--) {
      String here = passage.text().substring(words.start(word), words.end(last));
      if (contracted.containsKey(Letters.lower(here)) && goesOn(passage, here, last)) {
        return last;
      }
    }
    return -1;
  }

  /// "not" may end a clause when contracted, "is" may not.
  private static boolean goesOn(Passage passage, String here, int last) {
    Words words = passage.words();
    if (Letters.lower(here).endsWith("not")) {
      return true;
    }
    if (last + 1 == words.size()
        || !passage.text().substring(words.end(last), words.start(last + 1)).isBlank()) {
      return false;
    }
    String next = Letters.lower(words.of(last + 1));
    return !Letters.lower(here).endsWith("have")
        || next.endsWith("ed")
        || AFTER_AUXILIARY.contains(next);
  }

  private Edit edit(Passage passage, int word, int last) {
    Words words = passage.words();
    String here = passage.text().substring(words.start(word), words.end(last));
    String contraction = contracted.getOrDefault(Letters.lower(here), here);
    return new Edit(words.start(word), words.end(last), Letters.inCaseOf(here, contraction));
  }
}
