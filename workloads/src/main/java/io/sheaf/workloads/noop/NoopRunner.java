package io.sheaf.workloads.noop;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Runs units of nothing. Immutable.
record NoopRunner(Durations durations, boolean busy, Faults faults, Load load)
    implements UnitRunner {
  private static final int MIB = 1 << 20;
  private static final int PAGE = 4096;
  private static final int HANGING_MILLIS = 1000;

  /// Which units fail, and how.
  record Faults(double fraction, String kind, int attempts) {}

  /// What a unit holds and leaves.
  record Load(int memoryMib, int rows, int rowBytes, int outputBytes, int checkpoints) {}

  static NoopRunner of(Settings settings) {
    return new NoopRunner(
        Durations.of(settings),
        settings.text("work").equals("cpu"),
        new Faults(
            settings.decimal("failing"),
            settings.text("failure"),
            settings.whole("failing_attempts")),
        new Load(
            settings.whole("memory_mb"),
            settings.whole("rows"),
            settings.whole("row_bytes"),
            settings.whole("output_bytes"),
            settings.whole("checkpoints")));
  }

  @Override
  public UnitOutput run(Unit unit, UnitContext context) throws IOException, InterruptedException {
    byte[][] held = hold();
    int steps = load.checkpoints + 1;
    double nanos = durations.millis(unit.id()) * 1e6 / steps;
    int done = context.restored().map(NoopRunner::number).orElse(0);
    for (int step = done + 1; step <= steps; step++) {
      spend((long) nanos, context);
      context.checkCancelled();
      if (step < steps) {
        String state = Integer.toString(step);
        context.progress(step, steps);
        context.checkpoint(() -> state.getBytes(StandardCharsets.UTF_8));
        context.checkCancelled();
      }
    }
    if (fails(unit, context)) {
      fail(held.length);
    }
    return output(unit, context);
  }

  private static int number(byte[] state) {
    return Integer.parseInt(new String(state, StandardCharsets.UTF_8));
  }

  /// Memory that is really there: every page is touched.
  private byte[][] hold() {
    byte[][] held = new byte[load.memoryMib][];
    for (int i = 0; i < held.length; i++) {
      held[i] = new byte[MIB];
      for (int at = 0; at < MIB; at += PAGE) {
        held[i][at] = 1;
      }
    }
    return held;
  }

  private void spend(long nanos, UnitContext context) throws InterruptedException {
    if (nanos <= 0) {
      return;
    }
    if (!busy) {
      Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
      return;
    }
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      context.checkCancelled();
    }
  }

  private boolean fails(Unit unit, UnitContext context) {
    return faults.fraction > 0
        && context.attempt() <= faults.attempts
        && Durations.uniform(durations.seed(), unit.id(), "failure") < faults.fraction;
  }

  private void fail(int heldMib) throws InterruptedException {
    switch (faults.kind) {
      case "expected" -> throw new UnitFailedException("it was to fail");
      case "defect" -> throw new IllegalStateException("it was to have a defect");
      case "exit" -> Runtime.getRuntime().halt(1);
      case "oom" -> fill(heldMib);
      default -> hang();
    }
  }

  /// Takes memory until there is none.
  private static void fill(int heldMib) {
    List<byte[]> all = new ArrayList<>();
    while (all.size() + heldMib >= 0) {
      all.add(new byte[16 * MIB]);
    }
  }

  /// Does not care whether it is asked to stop.
  private static void hang() throws InterruptedException {
    while (true) {
      try {
        Thread.sleep(HANGING_MILLIS);
      } catch (InterruptedException _) {
        Thread.onSpinWait();
      }
    }
  }

  private UnitOutput output(Unit unit, UnitContext context) throws IOException {
    List<Row> rows = new ArrayList<>(load.rows);
    for (int i = 0; i < load.rows; i++) {
      String payload = load.rowBytes == 0 ? "" : letters(context.seed("row/" + i), load.rowBytes);
      rows.add(new Row(NoopWorkload.ROWS.name(), List.of(unit.id(), (long) i, payload)));
    }
    if (load.outputBytes == 0) {
      return new UnitOutput(rows);
    }
    Path scratch = context.scratch();
    String name = unit.id() + ".txt";
    Files.writeString(scratch.resolve(name), letters(context.seed("output"), load.outputBytes));
    return new UnitOutput(rows, List.of(Artefact.of(scratch, name)));
  }

  private static String letters(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }
}
