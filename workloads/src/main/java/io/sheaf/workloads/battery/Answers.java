package io.sheaf.workloads.battery;

import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.search.Answer;
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

/// What a card of programs makes of inputs, out of the shared cache where it is known. The key
/// names the language, the budget, every program and the input, never what is expected. Confined to
/// one thread.
final class Answers {
  /// Changes with the language and with the bytes of an answer.
  private static final String VERSION = "arc answers 1";

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
    return decoded(context.cache().get(key(input, which), () -> encoded(computed(input, which))));
  }

  private String key(Grid input, List<Integer> which) {
    List<String> parts = new ArrayList<>(List.of(VERSION, card.budget().toString()));
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
