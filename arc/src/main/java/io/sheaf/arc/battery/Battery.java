package io.sheaf.arc.battery;

import io.sheaf.arc.dsl.Primitive;
import io.sheaf.arc.program.Freshness;
import io.sheaf.arc.program.Line;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.Reference;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Programs as one graph: calls that are written alike are one node, whatever program they are in.
///
/// A node is never changed, so what one program does to a call cannot leak into another. Nodes that
/// do not depend on the input are evaluated here, once. Immutable.
public final class Battery {
  static final int INPUT = 0;

  private final List<Program> programs;
  private final Budget budget;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();
  private final List<Compiled> compiled = new ArrayList<>();

  /// A node of the graph.
  static final class Node {
    /// What is called; null if it is the first of the operands, or if nothing is.
    final @Nullable Primitive primitive;

    final int[] operands;

    /// Its result where that does not depend on the input.
    final @Nullable Result fixed;

    Node(@Nullable Primitive primitive, int[] operands, @Nullable Result fixed) {
      this.primitive = primitive;
      this.operands = operands;
      this.fixed = fixed;
    }
  }

  /// A program as a way through the graph.
  static final class Compiled {
    /// In the order of the program's lines, each once.
    final int[] nodes;

    /// For each of them the first line that it stands for.
    final int[] lines;

    /// The node of each line.
    final int[] ofLine;

    /// The node that is returned.
    final int result;

    Compiled(int[] nodes, int[] lines, int[] ofLine, int result) {
      this.nodes = nodes;
      this.lines = lines;
      this.ofLine = ofLine;
      this.result = result;
    }
  }

  private record Key(@Nullable Object callee, List<Integer> operands, int repetition) {}

  /// A battery of these programs.
  ///
  /// @param programs in the order in which they are numbered
  /// @param budget for each program and sample
  public Battery(List<Program> programs, Budget budget) {
    this.programs = List.copyOf(programs);
    this.budget = budget;
    nodes.add(new Node(null, new int[0], null));
    Meter meter = new Meter(budget);
    for (Program program : this.programs) {
      compiled.add(compile(program, meter));
    }
    known.clear();
  }

  private Compiled compile(Program program, Meter meter) {
    int[] ofLine = new int[program.lines().size()];
    int[] order = new int[ofLine.length];
    int[] lines = new int[ofLine.length];
    BitSet used = new BitSet();
    int size = 0;
    for (int i = 0; i < ofLine.length; i++) {
      Line line = program.lines().get(i);
      ofLine[i] = node(line, ofLine, used, meter);
      if (!used.get(ofLine[i])) {
        used.set(ofLine[i]);
        order[size] = ofLine[i];
        lines[size++] = i;
      }
    }
    return new Compiled(
        Arrays.copyOf(order, size), Arrays.copyOf(lines, size), ofLine, ofLine[program.result()]);
  }

  private int node(Line line, int[] ofLine, BitSet used, Meter meter) {
    Primitive primitive =
        line.callee() instanceof Reference.Named(Primitive callee) ? callee : null;
    List<Integer> operands = new ArrayList<>(line.arguments().size() + 1);
    if (primitive == null) {
      operands.add(operand(line.callee(), ofLine));
    }
    for (Reference argument : line.arguments()) {
      operands.add(operand(argument, ofLine));
    }
    Key key = new Key(primitive, operands, 0);
    Integer id = known.get(key);
    while (id != null && used.get(id) && Freshness.isMaker(line)) {
      key = new Key(primitive, operands, key.repetition() + 1);
      id = known.get(key);
    }
    if (id == null) {
      id = add(key, primitive, operands, meter);
    }
    return id;
  }

  private int operand(Reference reference, int[] ofLine) {
    return switch (reference) {
      case Reference.Input _ -> INPUT;
      case Reference.Variable(int line) -> ofLine[line];
      case Reference.Fixed fixed -> fixed(fixed, fixed.constant().value());
      case Reference.Named named -> fixed(named, named.primitive().function());
    };
  }

  private int fixed(Reference reference, Value value) {
    return known.computeIfAbsent(
        new Key(reference, List.of(), 0),
        _ -> {
          nodes.add(new Node(null, new int[0], new Result(value, null, 0, 0)));
          return nodes.size() - 1;
        });
  }

  private int add(Key key, @Nullable Primitive primitive, List<Integer> operands, Meter meter) {
    int[] ids = operands.stream().mapToInt(Integer::intValue).toArray();
    Result[] inputs = new Result[ids.length];
    boolean isFixed = true;
    for (int i = 0; i < ids.length; i++) {
      Result fixed = nodes.get(ids[i]).fixed;
      isFixed &= fixed != null;
      if (fixed != null) {
        inputs[i] = fixed;
      }
    }
    nodes.add(new Node(primitive, ids, isFixed ? Result.of(primitive, inputs, meter) : null));
    known.put(key, nodes.size() - 1);
    return nodes.size() - 1;
  }

  /// The programs, by number.
  ///
  /// @return as they were given
  public List<Program> programs() {
    return programs;
  }

  /// What each program may use on a sample.
  ///
  /// @return the budget
  public Budget budget() {
    return budget;
  }

  /// How many nodes the graph has, constants and the input included.
  ///
  /// @return at least 1
  public int size() {
    return nodes.size();
  }

  Node node(int id) {
    return nodes.get(id);
  }

  Compiled compiled(int program) {
    return compiled.get(program);
  }
}
