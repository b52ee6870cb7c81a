package io.sheaf.workloads.battery;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.UnitContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Runs programs once more before they are stored: each alone, from its text, on all demos, as
/// whoever takes it out of the store will. It must come to what it came to on its card.
///
/// What came out is kept in the shared cache. The key names the program, the inputs, the language
/// and the budget, and nothing of other programs. Hits, misses and what was saved are counted.
final class Validation {
  private static final String HITS = "validation_hits";
  private static final String MISSES = "validation_misses";
  private static final String SAVED_NANOS = "validation_saved_nanos";

  private final List<Task.Demo> demos;
  private final Budget budget;
  private final UnitContext context;
  private final String inputs;

  Validation(List<Task.Demo> demos, Budget budget, UnitContext context) {
    this.demos = demos;
    this.budget = budget;
    this.context = context;
    this.inputs = digest(demos.stream().map(Task.Demo::input).toList());
  }

  static String digest(List<Grid> grids) {
    return Digest.of(
        grids.stream().map(grid -> grid.width() + ":" + Digest.of(grid.cells())).toList());
  }

  /// Proves a program.
  ///
  /// @throws IllegalStateException if alone it does not do what it did on its card
  void check(Candidate candidate) throws IOException, InterruptedException {
    List<Answer> alone = answers(candidate);
    List<Answer> tried = candidate.answers();
    if (!alone.subList(0, tried.size()).equals(tried)) {
      throw new IllegalStateException(
          candidate.program().name() + " does not do alone what it did on its card");
    }
  }

  private List<Answer> answers(Candidate candidate) throws IOException, InterruptedException {
    context.checkCancelled();
    String key =
        Digest.of(
            List.of(
                "validation", AnswerBytes.VERSION, budget.toString(), candidate.digest(), inputs));
    boolean[] isMiss = {false};
    long began = System.nanoTime();
    byte[] kept =
        context
            .cache()
            .get(
                key,
                () -> {
                  isMiss[0] = true;
                  return computed(candidate.program());
                });
    if (isMiss[0]) {
      context.count(MISSES, 1);
    } else {
      context.count(HITS, 1);
      long took = ByteBuffer.wrap(kept).getLong();
      context.count(SAVED_NANOS, took - (System.nanoTime() - began));
    }
    return AnswerBytes.decoded(Arrays.copyOfRange(kept, Long.BYTES, kept.length));
  }

  /// How long it took, then the answers.
  private byte[] computed(Program program) throws IOException {
    long start = System.nanoTime();
    Program read = ProgramReader.parse("store", program.text()).programs().getFirst();
    Battery battery = new Battery(List.of(read), budget);
    List<Answer> answers = new ArrayList<>();
    for (Task.Demo demo : demos) {
      answers.add(Answer.of(new Evaluation(battery, demo.input()).outcome(0)));
    }
    byte[] bytes = AnswerBytes.of(answers);
    return ByteBuffer.allocate(Long.BYTES + bytes.length)
        .putLong(System.nanoTime() - start)
        .put(bytes)
        .array();
  }
}
