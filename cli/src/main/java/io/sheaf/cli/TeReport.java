package io.sheaf.cli;

import io.sheaf.workloads.te.Answer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers of `sheaf te` for people.
final class TeReport {
  private TeReport() {}

  static void print(Answer answer, PrintWriter out) {
    out.println(answer.reading());
    out.println();
    List<List<String>> lines = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> fact : answer.facts().entrySet()) {
      Object value = fact.getValue();
      boolean shown =
          value != null && !(value instanceof List<?>) && !fact.getKey().equals("reading");
      if (shown) {
        lines.add(List.of(fact.getKey().replace('_', ' '), text(value)));
      }
    }
    Columns.print(lines, out);
    if (!answer.delays().isEmpty()) {
      out.println();
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("delay", "nats", "p", "p corrected"));
      answer
          .delays()
          .forEach(
              one ->
                  rows.add(
                      List.of(
                          String.valueOf(one.delay()),
                          text(one.value()),
                          text(one.p()),
                          text(one.corrected()))));
      Columns.print(rows, out);
    }
  }

  static void print(List<Answer> all, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("group", "source", "target", "nats", "n", "delay", "p", "q", "effective nats"));
    for (Answer one : all) {
      rows.add(
          List.of(
              one.group().isEmpty() ? "-" : one.group(),
              String.join("+", one.roles().source()),
              String.join("+", one.roles().target()),
              text(one.value()),
              String.valueOf(one.n()),
              String.valueOf(one.delay()),
              text(one.p()),
              text(one.q()),
              text(one.effective())));
    }
    Columns.print(rows, out);
    out.println();
    out.println(all.getFirst().estimator() + "; corrected for: " + all.getFirst().correctedFor());
    int surrogates = all.stream().mapToInt(Answer::surrogates).max().orElse(0);
    if (surrogates > 0) {
      out.println(
          "with %d surrogates p is at least %s, or more where a warning says so"
              .formatted(surrogates, text(1 / (1.0 + surrogates))));
    }
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.6g", number)
        : String.valueOf(value);
  }
}
