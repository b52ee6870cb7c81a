package io.sheaf.cli;

import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.workloads.command.JobOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/// A display that also prints what commands have written, each as a whole once it is durable.
///
/// With the units in plan order where that is asked for; else as they end. Thread-safe like the
/// display around which it is.
final class PrintedOutput implements Display {
  private static final JobOutput NOTHING = new JobOutput("", "");

  private final Display display;
  private final Console console;
  private final Path out;
  private final boolean keepOrder;
  private final Queue<String> order = new ArrayDeque<>();
  private final Map<String, JobOutput> early = new HashMap<>();
  private final Queue<JobOutput> ready = new ArrayDeque<>();

  /// Wraps a display.
  ///
  /// @param out where the run's artefacts are
  PrintedOutput(Display display, Console console, Path out, boolean keepOrder) {
    this.display = display;
    this.console = console;
    this.out = out;
    this.keepOrder = keepOrder;
  }

  @Override
  public void planned(List<Unit> units) {
    if (keepOrder) {
      units.forEach(unit -> order.add(unit.id()));
    }
  }

  @Override
  public void done(Unit unit, UnitOutput output) {
    try {
      ended(unit.id(), JobOutput.of(output, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void failed(String unit, String message) {
    display.failed(unit, message);
    ended(unit, NOTHING);
  }

  private void ended(String unit, JobOutput output) {
    if (!keepOrder) {
      ready.add(output);
      return;
    }
    early.put(unit, output);
    while (!order.isEmpty() && early.containsKey(order.element())) {
      ready.add(early.remove(order.remove()));
    }
  }

  @Override
  public void progress(Progress progress) {
    if (!ready.isEmpty()) {
      display.aside(this::print);
    }
    display.progress(progress);
  }

  private void print() {
    for (JobOutput output = ready.poll(); output != null; output = ready.poll()) {
      print(output.stdout(), console.out());
      print(output.stderr(), console.err());
    }
  }

  private static void print(String text, PrintWriter writer) {
    if (!text.isEmpty()) {
      writer.print(text);
      writer.flush();
    }
  }

  @Override
  public void notice(String line) {
    display.notice(line);
  }

  @Override
  public void aside(Runnable printing) {
    display.aside(printing);
  }

  /// What waits for an earlier unit that did not end is not held back.
  @Override
  public void close() {
    order.stream().filter(early::containsKey).map(early::remove).forEach(ready::add);
    display.aside(this::print);
    display.close();
  }
}
