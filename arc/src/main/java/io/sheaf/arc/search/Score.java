package io.sheaf.arc.search;

import io.sheaf.arc.task.Task;
import java.util.Comparator;
import java.util.List;

/// How good a program is on the demo pairs of a task. Greater is worse, so that sorted programs
/// begin with the best: more pairs right, more cells alike, fewer lines, fewer steps.
///
/// @param right demo pairs that came out right
/// @param similarity mean share of cells alike over all demo pairs, those not tried counted 0
/// @param lines of the program's canonical form
/// @param steps over all pairs tried
public record Score(int right, double similarity, int lines, long steps)
    implements Comparable<Score> {
  private static final Comparator<Score> ORDER =
      Comparator.comparingInt(Score::right)
          .thenComparingDouble(Score::similarity)
          .reversed()
          .thenComparingInt(Score::lines)
          .thenComparingLong(Score::steps);

  /// The score of answers.
  ///
  /// @param demos of the task
  /// @param answers to the first of them, in order
  /// @param lines of the program
  /// @return its score
  public static Score of(List<Task.Demo> demos, List<Answer> answers, int lines) {
    int right = 0;
    double similarity = 0;
    long steps = 0;
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      right += answer.is(demos.get(i).output()) ? 1 : 0;
      similarity += answer.similarity(demos.get(i).output());
      steps += answer.steps();
    }
    return new Score(right, similarity / demos.size(), lines, steps);
  }

  @Override
  public int compareTo(Score other) {
    return ORDER.compare(this, other);
  }
}
