package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.search.Score;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Budget;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.UnitContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Tries programs on the demo pairs of one task, and searches for better ones. It is handed the
/// demos and nothing else of the task. Confined to one thread.
final class Trial {
  private final List<Task.Demo> demos;
  private final Settings settings;
  private final UnitContext context;
  private final Inlining inlining;
  private final Offspring offspring;
  private final Set<String> known = new HashSet<>();
  private final Map<List<Answer>, Candidate> behaviours = new HashMap<>();
  // The best of the behaviours, as many as are kept.
  private final NavigableSet<Candidate> best = new TreeSet<>(Candidate.BEST_FIRST);
  private long tried;
  private long repeated;

  Trial(List<Task.Demo> demos, Settings settings, UnitContext context, Inlining inlining) {
    this.demos = demos;
    this.settings = settings;
    this.context = context;
    this.inlining = inlining;
    this.offspring = new Offspring(demos, settings, context);
  }

  static Budget budget(Settings settings) {
    return new Budget(
        Long.parseLong(settings.text("steps")), Long.parseLong(settings.text("cells")));
  }

  /// Tries all, then those that were stored, and then as many rounds of new ones as the settings
  /// say.
  void run(Deck given, List<Program> stored) throws IOException, InterruptedException {
    attempt(given);
    attempt(deck(stored, Candidate.Origin.STORED));
    int rounds = settings.whole("rounds");
    for (int round = 1; round <= rounds && !isEnough(); round++) {
      context.progress(round, rounds);
      attempt(deck(newPrograms(round), Candidate.Origin.FOUND));
    }
  }

  /// The best programs, best first; of those that behave alike, one.
  List<Candidate> best() {
    return List.copyOf(best);
  }

  /// Different programs that were tried.
  long tried() {
    return tried;
  }

  /// Programs that were another one in other words.
  long repeated() {
    return repeated;
  }

  /// Different answers to the demos, as far as they were tried.
  long behaviours() {
    return behaviours.size();
  }

  /// Behaviours that are right on all demos.
  long solvers() {
    return behaviours.values().stream().filter(this::isSolver).count();
  }

  private boolean isSolver(Candidate candidate) {
    return candidate.score().right() == demos.size();
  }

  private boolean isEnough() {
    return settings.text("early_stop").equals("solved")
        && !best.isEmpty()
        && isSolver(best.first());
  }

  private List<Program> newPrograms(int round) {
    try (Phase _ = context.phase("search")) {
      return offspring.of(best(), round, one -> known.contains(inlining.of(one, context).digest()));
    }
  }

  private Deck deck(List<Program> programs, Candidate.Origin origin) {
    try (Phase _ = context.phase("inline")) {
      return Deck.of(
          programs.stream().map(one -> Candidate.untried(inlining.of(one, context), origin)),
          known::contains,
          settings);
    }
  }

  private void attempt(Deck deck) throws IOException, InterruptedException {
    known.addAll(deck.digests());
    repeated += deck.repeated();
    for (Card card : deck.cards()) {
      if (!isEnough()) {
        score(card);
      }
    }
  }

  private void score(Card card) throws IOException, InterruptedException {
    int size = card.candidates().size();
    List<List<Answer>> answers = new ArrayList<>();
    card.candidates().forEach(_ -> answers.add(new ArrayList<>()));
    try (Phase _ = context.phase("demo scoring")) {
      boolean stopsEarly = !settings.text("early_stop").equals("none");
      List<Integer> open = IntStream.range(0, size).boxed().toList();
      Answers all = new Answers(card, context);
      for (Task.Demo pair : demos) {
        List<Integer> right = answer(pair, all, open, answers);
        open = stopsEarly ? right : open;
      }
    }
    filter(card.candidates(), answers);
  }

  /// Adds the answers of open programs to a pair, and tells which are right.
  private static List<Integer> answer(
      Task.Demo pair, Answers all, List<Integer> open, List<List<Answer>> answers)
      throws IOException, InterruptedException {
    if (open.isEmpty()) {
      return open;
    }
    List<Answer> given = all.to(pair.input(), open);
    List<Integer> right = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      answers.get(open.get(i)).add(given.get(i));
      if (given.get(i).is(pair.output())) {
        right.add(open.get(i));
      }
    }
    return right;
  }

  /// Where the first program that is right on all demos ends the task, those behind it on the card
  /// do not count, so that the size of cards does not show.
  private void filter(List<Candidate> card, List<List<Answer>> answers) {
    try (Phase _ = context.phase("filter")) {
      for (int i = 0; i < card.size() && !isEnough(); i++) {
        List<Answer> found = answers.get(i);
        Score score = Score.of(demos, found, card.get(i).program().lines().size());
        rank(card.get(i).tried(found, score));
        tried++;
      }
    }
  }

  /// Of programs that behave alike the best stays.
  private void rank(Candidate one) {
    List<Answer> behaviour = one.answers().stream().map(Answer::withoutSteps).toList();
    Candidate other = behaviours.get(behaviour);
    if (other == null || Candidate.BEST_FIRST.compare(one, other) < 0) {
      behaviours.put(behaviour, one);
      if (other != null) {
        best.remove(other);
      }
      best.add(one);
      if (best.size() > settings.whole("keep")) {
        best.pollLast();
      }
    }
  }
}
