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
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    int last = steps.size() - 1;
    for (int number = 0; number < last; number++) {
      Step step = new Step(number, seed);
      candidates = step.over(candidates).limit(rules.candidates()).toList();
      if (candidates.isEmpty()) {
        return new RowResult.Skipped(step.reason());
      }
    }
    Step step = new Step(last, seed);
    Iterator<RowResult.Variant> similar =
        step.over(candidates)
            .map(revision -> new RowResult.Variant(revision, similarity(revision)))
            .filter(variant -> rules.accept(variant.similarity()))
            .iterator();
    if (!similar.hasNext()) {
      return new RowResult.Skipped(step.reason());
    }
    Predicate<String> meansTheSame = meaning.apply(original);
    List<RowResult.Variant> variants = new ArrayList<>();
    while (variants.size() < rules.variants() && similar.hasNext()) {
      RowResult.Variant variant = similar.next();
      if (meansTheSame.test(variant.revision().text())) {
        variants.add(variant);
      }
    }
    return variants.isEmpty()
        ? new RowResult.Skipped(Reason.OTHER_MEANING)
        : new RowResult.Augmented(match, span, variants);
  }

  private double similarity(Revision revision) {
    return similarity.ofVariants(revision.source(), revision.text());
  }

  /// A method over the candidates of the step before.
  private final class Step {
    private final int number;
    private final long seed;
    private final Set<String> seen = new HashSet<>();
    private boolean changed;

    Step(int number, long seed) {
      this.number = number;
      this.seed = seed;
      seen.add("");
    }

    /// Their changes, each made when it is asked for, as models take long. The turns are drawn.
    Stream<Revision> over(List<Revision> candidates) {
      List<Iterator<Revision>> turns = new ArrayList<>();
      for (int i = 0; i < candidates.size(); i++) {
        Revision candidate = candidates.get(i);
        seen.add(Similarity.normal(candidate.source()));
        seen.add(Similarity.normal(candidate.text()));
        int purpose = 1 + number * rules.candidates() + i;
        turns.addAll(Collections.nCopies(rules.candidates(), changes(candidate, purpose)));
      }
      Draws.of(seed, number, -1).shuffle(turns);
      return turns.stream().filter(Iterator::hasNext).map(Iterator::next);
    }

    private Iterator<Revision> changes(Revision candidate, int purpose) {
      Passage passage = new Passage(candidate.text());
      return IntStream.range(0, rules.attempts())
          .mapToObj(attempt -> steps.get(number).revise(passage, Draws.of(seed, purpose, attempt)))
          .filter(this::isNew)
          .filter(change -> rules.accept(similarity(change)))
          .map(candidate::then)
          .iterator();
    }

    private boolean isNew(Revision change) {
      String text = Similarity.normal(change.text());
      changed |= !text.equals(Similarity.normal(change.source()));
      return seen.add(text);
    }

    Reason reason() {
      return changed ? Reason.NOT_SIMILAR : Reason.NOTHING_TO_CHANGE;
    }
  }
}
