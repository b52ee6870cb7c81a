package io.sheaf.text;

import java.util.ArrayList;
import java.util.List;

/// Two revisions in a row as edits of the first one's source.
///
/// Both are seen from the text between them, where edits that touch become one group. The borders
/// of a group lie outside all edits, so that they have places in the first and in the last text.
final class Composition {
  /// From the text between back to the source.
  private final List<Edit> back;

  /// From the text between to the last one.
  private final List<Edit> forth;

  private final String last;
  private int backIndex;
  private int forthIndex;
  private int backShift;
  private int forthShift;

  Composition(List<Edit> back, Revision next) {
    this.back = back;
    this.forth = next.edits();
    this.last = next.text();
  }

  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    while (backIndex < back.size() || forthIndex < forth.size()) {
      edits.add(group());
    }
    return edits;
  }

  private Edit group() {
    int start = Math.min(start(back, backIndex), start(forth, forthIndex));
    int sourceStart = start + backShift;
    int lastStart = start + forthShift;
    int end = absorb(start);
    return new Edit(sourceStart, end + backShift, last.substring(lastStart, end + forthShift));
  }

  private int absorb(int start) {
    int end = start;
    while (true) {
      if (start(back, backIndex) <= end) {
        Edit edit = back.get(backIndex++);
        end = Math.max(end, edit.end());
        backShift += edit.growth();
      } else if (start(forth, forthIndex) <= end) {
        Edit edit = forth.get(forthIndex++);
        end = Math.max(end, edit.end());
        forthShift += edit.growth();
      } else {
        return end;
      }
    }
  }

  private static int start(List<Edit> edits, int index) {
    return index < edits.size() ? edits.get(index).start() : Integer.MAX_VALUE;
  }
}
