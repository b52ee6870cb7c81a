package io.sheaf.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A text, edits of it, and the text that they make. Immutable.
///
/// Outside its edits the two texts are equal. A revision with edits has another text than its
/// source.
public final class Revision {
  private static final Comparator<Edit> IN_PLACE =
      Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end);

  private final String source;
  private final List<Edit> edits;
  private final String text;

  private Revision(String source, List<Edit> edits, String text) {
    this.source = source;
    this.edits = edits;
    this.text = text;
  }

  /// The source as it is.
  public static Revision none(String source) {
    return new Revision(source, List.of(), source);
  }

  /// Applies edits to a text. Edits that change nothing are left out; of edits that together change
  /// nothing, all are.
  ///
  /// O(e log e + n) for e edits of n characters.
  ///
  /// @param edits positions in `source`, in any order; insertions at one place stay in theirs
  /// @throws IllegalArgumentException if edits overlap or reach beyond the source
  public static Revision of(String source, List<Edit> edits) {
    List<Edit> kept = new ArrayList<>(edits.size());
    for (Edit edit : edits) {
      if (edit.end() > source.length()) {
        throw new IllegalArgumentException(
            "edit ends at %d, expected at most %d".formatted(edit.end(), source.length()));
      }
      if (!edit.isIdle(source)) {
        kept.add(edit);
      }
    }
    if (kept.isEmpty()) {
      return none(source);
    }
    if (kept.size() > 1) {
      kept.sort(IN_PLACE);
    }
    String text = apply(source, kept);
    return text.equals(source) ? none(source) : new Revision(source, List.copyOf(kept), text);
  }

  private static String apply(String source, List<Edit> edits) {
    StringBuilder text = new StringBuilder(source.length() + 16);
    int position = 0;
    for (Edit edit : edits) {
      if (edit.start() < position) {
        throw new IllegalArgumentException(
            "edits overlap at %d, expected them apart".formatted(edit.start()));
      }
      text.append(source, position, edit.start()).append(edit.replacement());
      position = edit.end();
    }
    return text.append(source, position, source.length()).toString();
  }

  public String source() {
    return source;
  }

  /// In the order of their places.
  public List<Edit> edits() {
    return edits;
  }

  public String text() {
    return text;
  }

  public boolean changes() {
    return !edits.isEmpty();
  }

  /// What leads back from the text to the source.
  public Revision inverse() {
    List<Edit> back = new ArrayList<>(edits.size());
    int shift = 0;
    for (Edit edit : edits) {
      int start = edit.start() + shift;
      back.add(
          new Edit(
              start,
              start + edit.replacement().length(),
              source.substring(edit.start(), edit.end())));
      shift += edit.growth();
    }
    return new Revision(text, List.copyOf(back), source);
  }

  /// Where a span of the source stands in the text. What is inserted at its borders belongs to it,
  /// and so does the replacement of an edit that crosses them.
  public Span map(Span span) {
    int start = span.start();
    int end = span.end();
    for (Edit edit : edits) {
      if (edit.start() < span.start()) {
        start += edit.end() <= span.start() ? edit.growth() : edit.start() - span.start();
      }
      if (edit.start() <= span.end()) {
        end += edit.growth() + Math.max(0, edit.end() - span.end());
      }
    }
    return new Span(start, end);
  }

  /// This revision and then one of its text, as one revision of the source.
  ///
  /// O(e + n) for e edits of n characters.
  ///
  /// @throws IllegalArgumentException if `next` is not a revision of this text
  public Revision then(Revision next) {
    if (!next.source.equals(text)) {
      throw new IllegalArgumentException("not a revision of the text of this one");
    }
    if (!changes() || !next.changes()) {
      return changes() ? this : new Revision(source, next.edits, next.text);
    }
    return of(source, new Composition(inverse().edits, next).edits());
  }
}
