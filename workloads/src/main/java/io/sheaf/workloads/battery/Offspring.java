package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.search.Extension;
import io.sheaf.arc.search.Literals;
import io.sheaf.arc.search.Mutation;
import io.sheaf.arc.task.Task;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.UnitContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// New programs out of the best so far. Confined to one thread.
final class Offspring {
  private final Settings settings;
  private final UnitContext context;
  private final List<Task.Demo> demos;
  private final Set<String> extended = new HashSet<>();
  private Optional<Literals> literals = Optional.empty();

  Offspring(List<Task.Demo> demos, Settings settings, UnitContext context) {
    this.demos = demos;
    this.settings = settings;
    this.context = context;
  }

  /// The programs of a round.
  ///
  /// @param best so far, at least one
  /// @param isKnown whether a program was tried before
  List<Program> of(List<Candidate> best, int round, Predicate<Program> isKnown) {
    return settings.text("search").equals("extend")
        ? extensions(best, isKnown)
        : mutants(best, round);
  }

  /// Mutants of the best programs, the better the more.
  private List<Program> mutants(List<Candidate> best, int round) {
    SplittableRandom random = new SplittableRandom(context.seed("round=" + round));
    Mutation mutation = new Mutation(random, literals());
    SplittableRandom parentsRandom = random.split();
    IntStream parents =
        parentsRandom
            .doubles(settings.whole("candidates"))
            .mapToInt(draw -> (int) (draw * draw * best.size()));
    boolean isBestFirst = settings.text("order").equals("best_first");
    return (isBestFirst ? parents.sorted() : parents)
        .mapToObj(parent -> mutation.of(best.get(parent).program()))
        .toList();
  }

  /// Read off the inputs by the first round, as many runs have none.
  private Literals literals() {
    if (literals.isEmpty()) {
      literals = Optional.of(Literals.of(demos.stream().map(Task.Demo::input).toList()));
    }
    return literals.get();
  }

  /// The next extensions that were not tried, those of the best program first.
  private List<Program> extensions(List<Candidate> best, Predicate<Program> isKnown) {
    int wanted = settings.whole("candidates");
    List<Program> next = new ArrayList<>();
    for (Candidate parent : best) {
      if (next.size() < wanted && !extended.contains(parent.digest())) {
        List<Program> open =
            Extension.all(parent.program())
                .filter(isKnown.negate())
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
}
