package io.sheaf.workloads.battery;

import io.sheaf.arc.program.CanonicalForm;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.search.Extension;
import io.sheaf.arc.search.Mutation;
import io.sheaf.arc.search.Score;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Budget;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.UnitContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Tries programs on the demo pairs of one task, and searches for better ones. It is handed the
/// demos and nothing else of the task. Confined to one thread.
final class Trial {
  private final List<Task.Demo> demos;
  private final Settings settings;
  private final UnitContext context;
  private final Set<String> known = new HashSet<>();
  private final Set<String> extended = new HashSet<>();
  private final Map<List<Answer>, Candidate> behaviours = new LinkedHashMap<>();
  private List<Candidate> best = List.of();
  private long tried;
  private long repeated;

  Trial(List<Task.Demo> demos, Settings settings, UnitContext context) {
    this.demos = demos;
    this.settings = settings;
    this.context = context;
  }

  static Budget budget(Settings settings) {
    return new Budget(
        Long.parseLong(settings.text("steps")), Long.parseLong(settings.text("cells")));
  }

  /// Tries all, and then as many rounds of new ones as the settings say.
  void run(Deck given) throws IOException, InterruptedException {
    attempt(given);
    int rounds = settings.whole("rounds");
    for (int round = 1; round <= rounds && !isEnough(); round++) {
      context.progress(round, rounds);
      attempt(found(newPrograms(round)));
    }
  }

  /// The best programs, best first; of those that behave alike, one.
  List<Candidate> best() {
    return best;
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
        && isSolver(best.getFirst());
  }

  private List<Program> newPrograms(int round) {
    try (Phase _ = context.phase("search")) {
      int wanted = settings.whole("candidates");
      return settings.text("search").equals("extend") ? extensions(wanted) : mutants(round, wanted);
    }
  }

  /// Mutants of the best programs, the better the more.
  private List<Program> mutants(int round, int wanted) {
    SplittableRandom random = new SplittableRandom(context.seed("round=" + round));
    Mutation mutation = new Mutation(random);
    SplittableRandom parentsRandom = random.split();
    IntStream parents =
        parentsRandom.doubles(wanted).mapToInt(draw -> (int) (draw * draw * best.size()));
    boolean isBestFirst = settings.text("order").equals("best_first");
    return (isBestFirst ? parents.sorted() : parents)
        .mapToObj(parent -> mutation.of(best.get(parent).program()))
        .toList();
  }

  /// The next extensions that were not tried, those of the best program first.
  private List<Program> extensions(int wanted) {
    List<Program> next = new ArrayList<>();
    for (Candidate parent : best) {
      if (next.size() < wanted && !extended.contains(parent.digest())) {
        List<Program> open =
            Extension.all(parent.program())
                .filter(one -> !known.contains(CanonicalForm.digest(one)))
                .limit(wanted - next.size())
                .toList();
        if (open.size() < wanted - next.size()) {
          extended.add(parent.digest());
        }
        next.addAll(open);
      }
    }
    return next;
  }

  private Deck found(List<Program> programs) {
    try (Phase _ = context.phase("inline")) {
      return Deck.of(programs, true, known, settings);
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
    tried += size;
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

  private void filter(List<Candidate> card, List<List<Answer>> answers) {
    try (Phase _ = context.phase("filter")) {
      for (int i = 0; i < card.size(); i++) {
        Candidate one = card.get(i);
        List<Answer> found = answers.get(i);
        Score score = Score.of(demos, found, one.program().lines().size());
        behaviours.merge(
            found.stream().map(Answer::withoutSteps).toList(),
            one.tried(found, score),
            (a, b) -> Candidate.BEST_FIRST.compare(a, b) <= 0 ? a : b);
      }
      best =
          behaviours.values().stream()
              .sorted(Candidate.BEST_FIRST)
              .limit(settings.whole("keep"))
              .toList();
    }
  }
}
