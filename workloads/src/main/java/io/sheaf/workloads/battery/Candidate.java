package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.search.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A program with what is known of it on the demo pairs.
///
/// @param program in its canonical form
/// @param digest of that form
/// @param origin where it came from
/// @param answers to the demos tried
/// @param score from these answers
record Candidate(Program program, String digest, Origin origin, List<Answer> answers, Score score) {
  /// Where a program came from, and what tables call that.
  enum Origin {
    GIVEN,
    STORED,
    FOUND;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Best first; the digest decides where scores are equal, so that no order of trying does.
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::score).thenComparing(Candidate::digest);

  private static final int NAME_DIGITS = 8;

  Candidate {
    answers = List.copyOf(answers);
  }

  /// A program of which nothing is known yet. Given programs keep their names; the others are named
  /// by what they do.
  static Candidate untried(Inlining.Form form, Origin origin) {
    Program program = form.program();
    String name = "solve_" + form.digest().substring(0, NAME_DIGITS);
    return new Candidate(
        origin == Origin.GIVEN ? program : program.named(name),
        form.digest(),
        origin,
        List.of(),
        new Score(0, 0, program.lines().size(), 0));
  }

  Candidate tried(List<Answer> found, Score scored) {
    return new Candidate(program, digest, origin, found, scored);
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
