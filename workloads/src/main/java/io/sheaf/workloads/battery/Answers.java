package io.sheaf.workloads.battery;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.UnitContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a card of programs makes of inputs, out of the shared cache where it is known. The key names
/// the language, the budget, every program and the input, never what is expected. Confined to one
/// thread.
final class Answers {
  /// Changes with the language and with the bytes of an answer.
  private static final String VERSION = "arc answers 1";

  private final List<Candidate> card;
  private final Budget budget;
  private final UnitContext context;
  private Optional<Battery> battery = Optional.empty();

  Answers(List<Candidate> card, Budget budget, UnitContext context) {
    this.card = card;
    this.budget = budget;
    this.context = context;
  }

  /// The answers of all programs of the card, in their order.
  List<Answer> to(Grid input) throws IOException, InterruptedException {
    context.checkCancelled();
    return decoded(context.cache().get(key(input), () -> encoded(computed(input))));
  }

  private String key(Grid input) {
    List<String> parts = new ArrayList<>(List.of(VERSION, budget.toString()));
    parts.add(input.width() + ":" + Digest.of(input.cells()));
    card.forEach(candidate -> parts.add(candidate.digest()));
    return Digest.of(parts);
  }

  private List<Answer> computed(Grid input) throws InterruptedException {
    if (battery.isEmpty()) {
      List<Program> programs = card.stream().map(Candidate::program).toList();
      battery = Optional.of(new Battery(programs, budget));
    }
    Evaluation evaluation = new Evaluation(battery.get(), input);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < card.size(); i++) {
      context.checkCancelled();
      answers.add(Answer.of(evaluation.outcome(i)));
    }
    context.count("programs run", card.size());
    context.count("nodes computed", evaluation.computed());
    return answers;
  }

  private static byte[] encoded(List<Answer> answers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (Answer answer : answers) {
      out.writeInt(answer.grid().map(Grid::width).orElse(0));
      if (answer.grid().isPresent()) {
        byte[] cells = answer.grid().get().cells();
        out.writeInt(cells.length);
        out.write(cells);
      }
      out.writeUTF(answer.problem());
      out.writeLong(answer.steps());
    }
    return bytes.toByteArray();
  }

  private static List<Answer> decoded(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Answer> answers = new ArrayList<>();
    while (in.available() > 0) {
      int width = in.readInt();
      Optional<Grid> grid =
          width == 0 ? Optional.empty() : Optional.of(Grid.of(in.readNBytes(in.readInt()), width));
      answers.add(new Answer(grid, in.readUTF(), in.readLong()));
    }
    return answers;
  }
}
