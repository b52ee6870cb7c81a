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
import java.util.Set;

/// Puts the sentences of a text into another order. White space between sentences stays in place.
final class SentenceShuffle implements Augmenter {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sts", "Capt", "Col", "Gen", "Lt", "Sgt", "Rev",
          "Gov", "Sen", "Rep", "Inc", "Ltd", "LTD", "Pvt", "PVT", "Corp", "Co", "Sr", "Jr", "vs",
          "No", "Ave", "PS", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec");

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

  /// Without the white space around them. Marks within addresses and numbers end nothing, nor do
  /// those of initials and abbreviations, or where it goes on in small letters; what has no word in
  /// it belongs to the sentence before.
  static List<Span> sentences(String text) {
    List<Span> found = new ArrayList<>();
    int start = 0;
    for (Span part : Sentences.of(text)) {
      if (ends(text, part.end())) {
        Span whole = Sentences.trimmed(text, new Span(start, part.end()), true);
        start = part.end();
        boolean continues =
            !found.isEmpty()
                && whole.of(text).codePoints().noneMatch(Character::isLetterOrDigit)
                && text.substring(found.getLast().end(), whole.start()).indexOf('\n') < 0;
        int from = continues ? found.removeLast().start() : whole.start();
        if (whole.end() > from) {
          found.add(new Span(from, whole.end()));
        }
      }
    }
    return found;
  }

  private static boolean ends(String text, int end) {
    if (end == text.length() || text.charAt(end - 1) == '\n') {
      return true;
    }
    int next = end;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    boolean goesOn = next < text.length() && Character.isLowerCase(text.codePointAt(next));
    return Character.isWhitespace(text.charAt(end)) && !goesOn && !isAbbreviation(text, end - 1);
  }

  /// Whether a full stop belongs to what stands before it.
  private static boolean isAbbreviation(String text, int stop) {
    int start = stop;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, stop);
    return text.charAt(stop) == '.'
        && (isInitial(text, start, word) || ABBREVIATIONS.contains(word));
  }

  /// As in "J. M. Barrie" and "a.m.", but not "I".
  private static boolean isInitial(String text, int start, String word) {
    boolean afterStop = start > 0 && text.charAt(start - 1) == '.';
    return word.length() == 1
        && !word.equals("I")
        && (Character.isUpperCase(word.charAt(0)) || afterStop);
  }
}
