package io.sheaf.text.combination;

import io.sheaf.text.EvidenceMatch;
import io.sheaf.text.Revision;
import io.sheaf.text.Span;
import java.util.List;

/// What came of a row.
public sealed interface RowResult {
  /// A variant of the evidence.
  ///
  /// @param revision of the evidence as it stands in the post
  /// @param similarity of both, in [0, 1]
  record Variant(Revision revision, double similarity) {}

  /// It has variants.
  ///
  /// @param span of the evidence in the post
  record Augmented(EvidenceMatch match, Span span, List<Variant> variants) implements RowResult {}

  /// It has none.
  record Skipped(Reason reason) implements RowResult {}

  /// Why a row has no variants.
  enum Reason {
    NO_EVIDENCE("no evidence"),
    NOT_FOUND("evidence not in the post"),
    TOO_LONG("evidence too long"),
    NOTHING_TO_CHANGE("nothing to change"),
    NOT_SIMILAR("no variant within the bounds of similarity"),
    OTHER_MEANING("no variant close enough in meaning");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// For people.
    public String words() {
      return words;
    }
  }
}
