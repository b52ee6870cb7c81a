package io.sheaf.arc.battery;

import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The programs of a battery on one input. A node is computed when a program first needs it, and
/// never again. Confined to one thread.
public final class Evaluation {
  private final Battery battery;
  private final Meter meter;
  private final @Nullable Result[] results;
  private long computed;

  /// An evaluation of which nothing is computed yet.
  ///
  /// @param battery the programs
  /// @param input the input grid
  public Evaluation(Battery battery, Value input) {
    this.battery = battery;
    this.meter = new Meter(battery.budget());
    this.results = new Result[battery.size()];
    results[Battery.INPUT] = new Result(input, null, 0, 0);
  }

  /// What a program comes to. Its costs are those of its nodes, computed here or before, so that
  /// the verdict does not depend on what else is in the battery.
  ///
  /// @param program its number
  /// @return its output or its first error
  public Outcome outcome(int program) {
    Battery.Compiled compiled = battery.compiled(program);
    long steps = 0;
    long cells = 0;
    for (int i = 0; i < compiled.nodes.length; i++) {
      Result result = result(compiled.nodes[i]);
      steps += result.steps();
      cells += result.cells();
      if (result.error() != null) {
        return new Outcome.Fault(result.error(), compiled.lines[i]);
      }
      if (steps > battery.budget().steps() || cells > battery.budget().cells()) {
        return new Outcome.Fault(exhausted(), compiled.lines[i]);
      }
    }
    Value value = result(compiled.result).value();
    if (value == null) {
      throw new IllegalStateException("a program without errors has a value");
    }
    return new Outcome.Output(value, new Outcome.Cost(steps, cells));
  }

  private Outcome.Reason exhausted() {
    return new Outcome.Reason(
        ErrorKind.BUDGET,
        "more than %d steps or %d cells"
            .formatted(battery.budget().steps(), battery.budget().cells()));
  }

  /// The value of one line of a program.
  ///
  /// @param program its number
  /// @param line the position of the line
  /// @return the value; empty if there is none
  public Optional<Value> value(int program, int line) {
    return Optional.ofNullable(result(battery.compiled(program).ofLine[line]).value());
  }

  /// How many nodes were computed so far.
  ///
  /// @return 0 or more
  public long computed() {
    return computed;
  }

  private Result result(int id) {
    Result known = results[id];
    if (known != null) {
      return known;
    }
    Battery.Node node = battery.node(id);
    Result result = node.fixed != null ? node.fixed : compute(node);
    results[id] = result;
    return result;
  }

  private Result compute(Battery.Node node) {
    computed++;
    Result[] operands = new Result[node.operands.length];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = result(node.operands[i]);
    }
    return Result.of(node.primitive, operands, meter);
  }
}
