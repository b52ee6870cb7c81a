package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import java.util.Arrays;
import java.util.List;

/// Changes characters of a word.
///
/// @param amount how many of the word's characters
record CharacterChange(CharacterOperation operation, Amount amount) implements WordChange {
  @Override
  public boolean change(Passage passage, int word, Draws draws, List<Edit> edits) {
    String text = passage.text();
    int[] borders = borders(text, passage.words().start(word), passage.words().end(word));
    int characters = borders.length - 1;
    int last = operation == CharacterOperation.SWAP ? characters - 1 : characters;
    int wanted = Math.min(amount.of(characters), most(characters));
    int[] order = new int[last];
    Arrays.setAll(order, i -> i);
    boolean[] used = new boolean[characters + 1];
    int done = 0;
    for (int left = last; left > 0 && done < wanted; left--) {
      int chosen = draws.below(left);
      int at = order[chosen];
      order[chosen] = order[left - 1];
      if (!used[at] && !(operation == CharacterOperation.SWAP && used[at + 1])) {
        done += edit(text, borders, at, draws, edits) ? 1 : 0;
        used[at] = true;
        used[at + 1] |= operation == CharacterOperation.SWAP;
      }
    }
    return done > 0;
  }

  /// No word is deleted whole.
  private int most(int characters) {
    return operation == CharacterOperation.DELETE ? characters - 1 : characters;
  }

  private boolean edit(String text, int[] borders, int at, Draws draws, List<Edit> edits) {
    int start = borders[at];
    int end = borders[at + 1];
    int next = at + 2 < borders.length ? borders[at + 2] : end;
    String replacement = operation.replacement(text, start, end, next, draws);
    int until = operation == CharacterOperation.SWAP ? next : end;
    if (text.regionMatches(start, replacement, 0, Math.max(replacement.length(), until - start))) {
      return false;
    }
    edits.add(
        operation == CharacterOperation.INSERT
            ? new Edit(start, start, replacement.substring(0, 1))
            : new Edit(start, until, replacement));
    return true;
  }

  private static int[] borders(String text, int start, int end) {
    int[] borders = new int[end - start + 1];
    int size = 0;
    for (int position = start; position < end; size++) {
      borders[size] = position;
      position = Letters.characterEnd(text, position, end);
    }
    borders[size] = end;
    return Arrays.copyOf(borders, size + 1);
  }
}
