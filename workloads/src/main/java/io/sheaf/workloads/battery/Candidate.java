package io.sheaf.workloads.battery;

import io.sheaf.arc.program.CanonicalForm;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.search.Score;
import java.util.Comparator;
import java.util.List;

/// A program with what is known of it on the demo pairs.
///
/// @param program in its canonical form
/// @param digest of that form
/// @param isFound whether the search made it
/// @param answers to the demos tried
/// @param score from these answers
record Candidate(
    Program program, String digest, boolean isFound, List<Answer> answers, Score score) {
  /// Best first; the digest decides where scores are equal, so that no order of trying does.
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::score).thenComparing(Candidate::digest);

  private static final int NAME_DIGITS = 8;

  Candidate {
    answers = List.copyOf(answers);
  }

  /// A program of which nothing is known yet.
  ///
  /// @param source as it was given or made
  static Candidate untried(Program source, boolean isFound) {
    String digest = CanonicalForm.digest(source);
    Program canonical = CanonicalForm.of(source);
    return new Candidate(
        isFound ? canonical.named("solve_" + digest.substring(0, NAME_DIGITS)) : canonical,
        digest,
        isFound,
        List.of(),
        new Score(0, 0, canonical.lines().size(), 0));
  }

  Candidate tried(List<Answer> found, Score scored) {
    return new Candidate(program, digest, isFound, found, scored);
  }

  /// The first thing that went wrong, empty if nothing did.
  String problem() {
    return answers.stream()
        .map(Answer::problem)
        .filter(problem -> !problem.isEmpty())
        .findFirst()
        .orElse("");
  }
}
