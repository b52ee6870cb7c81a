package io.sheaf.workloads.battery;

import io.sheaf.arc.search.Answer;
import io.sheaf.arc.value.Grid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers as the cache keeps them.
final class AnswerBytes {
  /// Changes with the language and with the bytes of an answer.
  static final String VERSION = "arc answers 1";

  private AnswerBytes() {}

  static byte[] of(List<Answer> answers) throws IOException {
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

  static List<Answer> decoded(byte[] bytes) throws IOException {
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
