package io.sheaf.text;

/// What became of the search for evidence in a post.
public sealed interface EvidenceMatch {
  /// The evidence stands in the post as it is.
  record Exact(Span span) implements EvidenceMatch {}

  /// A sentence of the post is like it.
  ///
  /// @param span the sentence without white space around, and without its end mark if the evidence
  ///   has none
  /// @param score similarity of the two, in [0, 1]
  record Fuzzy(Span span, double score) implements EvidenceMatch {}

  /// Not there.
  ///
  /// @param best the highest similarity of a sentence, 0 if there is none
  record Missing(double best) implements EvidenceMatch {}
}
