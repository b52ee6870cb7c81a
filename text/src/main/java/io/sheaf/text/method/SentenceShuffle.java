package io.sheaf.text.method;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Sentences;
import io.sheaf.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Puts the sentences of a text into another order. White space between sentences stays in place.
final class SentenceShuffle implements Augmenter {
  @Override
  public Revision revise(Passage passage, Draws draws) {
    String text = passage.text();
    List<Span> places = sentences(text);
    List<Span> order = new ArrayList<>(places);
    draws.shuffle(order);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      edits.add(new Edit(places.get(i).start(), places.get(i).end(), order.get(i).of(text)));
    }
    return Revision.of(text, edits);
  }

  /// Without the white space around them. Marks within addresses and numbers end nothing.
  private static List<Span> sentences(String text) {
    List<Span> found = new ArrayList<>();
    int start = 0;
    for (Span part : Sentences.of(text)) {
      boolean ends =
          part.end() == text.length()
              || Character.isWhitespace(text.charAt(part.end()))
              || text.charAt(part.end() - 1) == '\n';
      if (ends) {
        Span whole = Sentences.trimmed(text, new Span(start, part.end()), true);
        start = part.end();
        if (whole.length() > 0) {
          found.add(whole);
        }
      }
    }
    return found;
  }
}
