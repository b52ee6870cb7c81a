package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Words;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.lexicon.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Contracts "he is" to "he's". Nothing is contracted where nobody would: before the end of a
/// clause, "have" where it is no auxiliary ("I have a car", "we have limited time"), "is" where
/// what it says stands before it ("how hard it is to stop"), and "let us" but at the start of a
/// sentence.
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

  private static final Set<String> MOVING =
      Set.of("what", "who", "where", "how", "whatever", "wherever", "however", "as", "than");

  private final Map<String, String> contracted = new HashMap<>();
  private final Amount amount;
  private final Lexicon lexicon;

  /// @param lexicon tells parts of speech where they matter
  Contraction(Amount amount, Lexicon lexicon) {
    this.amount = amount;
    this.lexicon = lexicon;
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
      if (contracted.containsKey(Letters.lower(here)) && fits(passage, word, last)) {
        return last;
      }
    }
    return -1;
  }

  /// "not" may end a clause when contracted, "is" may not.
  private boolean fits(Passage passage, int first, int last) {
    Words words = passage.words();
    return switch (Letters.lower(words.of(last))) {
      case "not", "cannot" -> true;
      case "us" -> passage.isFirst(first);
      case "have" -> goesOn(passage, last) && isParticiple(passage, last + 1);
      case "am", "is", "are" -> goesOn(passage, last) && !isMoved(words, first);
      default -> goesOn(passage, last);
    };
  }

  private static boolean goesOn(Passage passage, int last) {
    Words words = passage.words();
    return last + 1 < words.size()
        && passage.text().substring(words.end(last), words.start(last + 1)).isBlank();
  }

  private boolean isParticiple(Passage passage, int word) {
    String lower = Letters.lower(passage.words().of(word));
    return AFTER_AUXILIARY.contains(lower)
        || (lower.endsWith("ed")
            && passage.tags(lexicon.partsOfSpeech()::remembered).get(word).equals("VERB"));
  }

  /// As in "how hard it is" and "what they are".
  private static boolean isMoved(Words words, int subject) {
    return (subject > 0 && MOVING.contains(Letters.lower(words.of(subject - 1))))
        || (subject > 1 && MOVING.contains(Letters.lower(words.of(subject - 2))));
  }

  private Edit edit(Passage passage, int word, int last) {
    Words words = passage.words();
    String here = passage.text().substring(words.start(word), words.end(last));
    String contraction = contracted.getOrDefault(Letters.lower(here), here);
    return new Edit(words.start(word), words.end(last), Letters.inCaseOf(here, contraction));
  }
}
