package io.sheaf.text;

import java.util.List;

/// Finds labelled sentences in their posts. Confined to one thread.
public final class Evidence {
  /// The least similarity at which a sentence is taken for the evidence.
  public static final double USUAL_SCORE = 0.55;

  private final Similarity similarity;
  private final double leastScore;

  /// @param leastScore in [0, 1]
  public Evidence(Similarity similarity, double leastScore) {
    if (!(leastScore >= 0 && leastScore <= 1)) {
      throw new IllegalArgumentException(
          "least score = " + leastScore + ", expected a number in [0, 1]");
    }
    this.similarity = similarity;
    this.leastScore = leastScore;
  }

  /// The first place where the evidence stands exactly; else the most similar sentence, the first
  /// of equals. Blank evidence is missing.
  public EvidenceMatch locate(String post, String evidence) {
    if (evidence.isBlank()) {
      return new EvidenceMatch.Missing(0);
    }
    int exact = post.indexOf(evidence);
    if (exact >= 0) {
      return new EvidenceMatch.Exact(new Span(exact, exact + evidence.length()));
    }
    String stripped = evidence.strip();
    int inner = post.indexOf(stripped);
    return inner >= 0
        ? new EvidenceMatch.Exact(new Span(inner, inner + stripped.length()))
        : fuzzy(post, Similarity.normal(evidence));
  }

  private EvidenceMatch fuzzy(String post, String wanted) {
    double best = 0;
    Span found = new Span(0, 0);
    List<Span> sentences = Sentences.of(post);
    for (Span sentence : sentences) {
      String normal = Similarity.normal(sentence.of(post));
      if (Similarity.bound(normal.length(), wanted.length()) <= best - 1e-9) {
        continue;
      }
      double score = similarity.ratio(normal, wanted);
      if (score > best) {
        best = score;
        found = sentence;
      }
    }
    return best > 0 && best >= leastScore
        ? new EvidenceMatch.Fuzzy(Sentences.trimmed(post, found, Sentences.endsIn(wanted)), best)
        : new EvidenceMatch.Missing(best);
  }
}
