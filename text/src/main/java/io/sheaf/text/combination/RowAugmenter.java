package io.sheaf.text.combination;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Evidence;
import io.sheaf.text.EvidenceMatch;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Similarity;
import io.sheaf.text.Span;
import io.sheaf.text.combination.RowResult.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes variants of the evidence of rows, by methods applied one after the other.
///
/// Every draw hangs on the row's seed, the step and the candidate, so rows do not depend on each
/// other. Confined to one thread.
public final class RowAugmenter {
  private final List<Augmenter> steps;
  private final Rules rules;
  private final Similarity similarity;
  private final Evidence evidence;
  private final Function<String, Predicate<String>> meaning;

  /// @param steps in the order in which they are applied
  public RowAugmenter(
      List<Augmenter> steps, Rules rules, Similarity similarity, Evidence evidence) {
    this(steps, rules, similarity, evidence, _ -> _ -> true);
  }

  private RowAugmenter(
      List<Augmenter> steps,
      Rules rules,
      Similarity similarity,
      Evidence evidence,
      Function<String, Predicate<String>> meaning) {
    this.steps = List.copyOf(steps);
    this.rules = rules;
    this.similarity = similarity;
    this.evidence = evidence;
    this.meaning = meaning;
  }

  /// The same, which keeps a variant only if it means what the evidence means.
  ///
  /// @param judge is given the evidence, and then its variants
  public RowAugmenter keeping(Function<String, Predicate<String>> judge) {
    return new RowAugmenter(steps, rules, similarity, evidence, judge);
  }

  /// Variants of the evidence where it stands in the post.
  public RowResult augment(String post, String wanted, long seed) {
    if (wanted.isBlank()) {
      return new RowResult.Skipped(Reason.NO_EVIDENCE);
    }
    if (wanted.length() > rules.longest()) {
      return new RowResult.Skipped(Reason.TOO_LONG);
    }
    EvidenceMatch match = evidence.locate(post, wanted);
    return switch (match) {
      case EvidenceMatch.Exact(Span span) -> vary(match, span, span.of(post), seed);
      case EvidenceMatch.Fuzzy(Span span, _) -> vary(match, span, span.of(post), seed);
      case EvidenceMatch.Missing _ -> new RowResult.Skipped(Reason.NOT_FOUND);
    };
  }

  private RowResult vary(EvidenceMatch match, Span span, String original, long seed) {
    List<Revision> candidates = List.of(Revision.none(original));
    for (int step = 0; step < steps.size(); step++) {
      Draws order = Draws.of(seed, step, -1);
      Step taken = take(step, candidates, seed);
      if (taken.kept.isEmpty()) {
        return new RowResult.Skipped(
            taken.anyChange ? Reason.NOT_SIMILAR : Reason.NOTHING_TO_CHANGE);
      }
      order.shuffle(taken.kept);
      candidates = taken.kept.subList(0, Math.min(rules.candidates(), taken.kept.size()));
    }
    List<RowResult.Variant> similar = similar(original, candidates);
    if (similar.isEmpty()) {
      return new RowResult.Skipped(Reason.NOT_SIMILAR);
    }
    Predicate<String> meansTheSame = meaning.apply(original);
    List<RowResult.Variant> variants =
        similar.stream()
            .filter(variant -> meansTheSame.test(variant.revision().text()))
            .limit(rules.variants())
            .toList();
    return variants.isEmpty()
        ? new RowResult.Skipped(Reason.OTHER_MEANING)
        : new RowResult.Augmented(match, span, variants);
  }

  /// What a step made of all candidates.
  private static final class Step {
    private final List<Revision> kept = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean anyChange;
  }

  private Step take(int step, List<Revision> candidates, long seed) {
    Step taken = new Step();
    for (int number = 0; number < candidates.size(); number++) {
      Revision candidate = candidates.get(number);
      Passage passage = new Passage(candidate.text());
      int before = taken.kept.size();
      taken.seen.add(passage.text());
      for (int attempt = 0; attempt < rules.attempts(); attempt++) {
        if (taken.kept.size() - before >= rules.candidates()) {
          break;
        }
        Draws draws = Draws.of(seed, 1 + step * rules.candidates() + number, attempt);
        Revision change = steps.get(step).revise(passage, draws);
        if (change.changes() && taken.seen.add(change.text())) {
          keep(taken, candidate, change);
        }
      }
    }
    return taken;
  }

  private void keep(Step taken, Revision candidate, Revision change) {
    if (Similarity.normal(change.text()).equals(Similarity.normal(change.source()))) {
      return;
    }
    taken.anyChange = true;
    if (rules.accept(similarity.ofVariants(change.source(), change.text()))) {
      taken.kept.add(candidate.then(change));
    }
  }

  private List<RowResult.Variant> similar(String original, List<Revision> candidates) {
    List<RowResult.Variant> variants = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(Similarity.normal(original)));
    for (Revision candidate : candidates) {
      String normal = Similarity.normal(candidate.text());
      double score = similarity.ratio(Similarity.normal(original), normal);
      if (rules.accept(score) && !normal.isEmpty() && seen.add(normal)) {
        variants.add(new RowResult.Variant(candidate, score));
      }
    }
    return variants;
  }
}
