package io.sheaf.workloads.battery;

import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.value.Grid;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.UnitContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a card of programs makes of inputs, out of the shared cache where it is known. The key
/// names the language, the budget, every program and the input, never what is expected. One entry
/// for a card and not for each program: on a card a program takes a few microseconds, and a look
/// into the cache ten times that. Confined to one thread.
final class Answers {
  private final Card card;
  private final UnitContext context;

  Answers(Card card, UnitContext context) {
    this.card = card;
    this.context = context;
  }

  /// The answers of some programs of the card.
  ///
  /// @param which their positions
  List<Answer> to(Grid input, List<Integer> which) throws IOException, InterruptedException {
    context.checkCancelled();
    return AnswerBytes.decoded(
        context.cache().get(key(input, which), () -> AnswerBytes.of(computed(input, which))));
  }

  private String key(Grid input, List<Integer> which) {
    List<String> parts = new ArrayList<>(List.of(AnswerBytes.VERSION, card.budget().toString()));
    parts.add(input.width() + ":" + Digest.of(input.cells()));
    which.forEach(i -> parts.add(card.candidates().get(i).digest()));
    return Digest.of(parts);
  }

  private List<Answer> computed(Grid input, List<Integer> which) throws InterruptedException {
    Evaluation evaluation = new Evaluation(card.battery(), input);
    List<Answer> answers = new ArrayList<>();
    for (int i : which) {
      context.checkCancelled();
      answers.add(Answer.of(evaluation.outcome(i)));
    }
    context.count("programs run", which.size());
    context.count("nodes computed", evaluation.computed());
    return answers;
  }
}
