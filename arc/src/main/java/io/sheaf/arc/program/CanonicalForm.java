package io.sheaf.arc.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A program as all that differ from it only in names, repetitions and order would be written: each
/// call once, in the order in which the result needs them, then those that it does not need.
///
/// Calls that the result does not need stay: an error in them ends the program.
public final class CanonicalForm {
  private final Program program;
  // For each line the earlier one that it repeats, or itself.
  private final int[] same;
  private final long[] digests;
  private final int[] position;
  private final List<Line> ordered = new ArrayList<>();

  private CanonicalForm(Program program) {
    this.program = program;
    int n = program.lines().size();
    same = new int[n];
    digests = new long[n];
    position = new int[n];
  }

  /// The canonical form. O(n log n) for n lines.
  ///
  /// @param program any
  /// @return a program that computes the same, under the same name
  public static Program of(Program program) {
    CanonicalForm form = new CanonicalForm(program);
    form.findRepetitions();
    form.write(form.same[program.result()]);
    IntStream.range(0, form.same.length)
        .filter(i -> form.same[i] == i)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> form.digests[i]).thenComparing(i -> i))
        .forEach(form::write);
    return new Program(
        program.name(), form.ordered, form.position[form.same[program.result()]] - 1);
  }

  private record Call(Reference callee, List<Reference> arguments, int repetition) {}

  private void findRepetitions() {
    Map<Call, Integer> calls = new HashMap<>();
    for (int i = 0; i < same.length; i++) {
      Line line = program.lines().get(i);
      Reference callee = resolved(line.callee());
      List<Reference> arguments = line.arguments().stream().map(this::resolved).toList();
      Call call = new Call(callee, arguments, 0);
      while (Freshness.isMaker(line) && calls.containsKey(call)) {
        call = new Call(callee, arguments, call.repetition() + 1);
      }
      Integer before = calls.putIfAbsent(call, i);
      same[i] = before == null ? i : before;
      digests[i] = digest(call);
    }
  }

  private Reference resolved(Reference reference) {
    return reference instanceof Reference.Variable(int line)
        ? new Reference.Variable(same[line])
        : reference;
  }

  private long digest(Call call) {
    long digest = mix(digest(call.callee()), call.repetition());
    for (Reference argument : call.arguments()) {
      digest = mix(digest, digest(argument));
    }
    return digest;
  }

  private long digest(Reference reference) {
    return switch (reference) {
      case Reference.Input _ -> 1;
      case Reference.Variable(int line) -> digests[line];
      case Reference.Fixed fixed -> fixed.constant().name().hashCode();
      case Reference.Named named -> named.primitive().word().hashCode();
    };
  }

  private static long mix(long a, long b) {
    long h = (a + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L ^ b * 0x94D049BB133111EBL;
    return (h ^ h >>> 29) * 0xD6E8FEB86659FD93L;
  }

  /// Writes a line after those that it needs. An explicit stack: programs may be long chains.
  private void write(int wanted) {
    List<Integer> stack = new ArrayList<>(List.of(wanted));
    while (!stack.isEmpty()) {
      int line = stack.getLast();
      if (position[line] != 0) {
        stack.removeLast();
        continue;
      }
      int before = stack.size();
      needs(line).reversed().stream().filter(need -> position[need] == 0).forEach(stack::add);
      if (stack.size() == before) {
        stack.removeLast();
        append(line);
      }
    }
  }

  private List<Integer> needs(int line) {
    List<Integer> needs = new ArrayList<>();
    Line one = program.lines().get(line);
    if (one.callee() instanceof Reference.Variable(int callee)) {
      needs.add(same[callee]);
    }
    for (Reference argument : one.arguments()) {
      if (argument instanceof Reference.Variable(int at)) {
        needs.add(same[at]);
      }
    }
    return needs;
  }

  private void append(int line) {
    Line one = program.lines().get(line);
    ordered.add(
        new Line(
            "x" + (ordered.size() + 1),
            moved(one.callee()),
            one.arguments().stream().map(this::moved).toList(),
            one.number()));
    position[line] = ordered.size();
  }

  private Reference moved(Reference reference) {
    return reference instanceof Reference.Variable(int line)
        ? new Reference.Variable(position[same[line]] - 1)
        : reference;
  }
}
