package io.sheaf.bench;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.PhaseTime;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How long does `sheaf watch` take over a run of very many units?
///
/// `ManyUnits DIR [UNITS]` writes the directory of a run that looks as if it went on: a journal in
/// which all units but two are done, each with a row and a phase, and a heartbeat. Then time
/// `./sheaf watch DIR` in the shell. The last results stand in bench/RESULTS.md.
public final class ManyUnits {
  private static final int UNITS = 1_000_000;
  private static final int BATCH = 10_000;
  private static final String RECORD =
      """
      name: many
      workload: cohort
      workload_version: 1
      shard: 0/1
      """;

  private ManyUnits() {}

  /// Writes the directory.
  ///
  /// @param args the directory, which must not be there, and how many units
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    int units = args.length > 1 ? Integer.parseInt(args[1]) : UNITS;
    Plan plan = new Plan("many", 1, IntStream.range(0, units).mapToObj(ManyUnits::unit).toList());
    Path file = directory.resolve("run.db");
    Journal.create(file, plan, Shard.WHOLE);
    long now = System.currentTimeMillis();
    try (Journal journal = Journal.open(file)) {
      for (int i = 0; i < units; i++) {
        Assignment attempt = new Assignment(i, 1, "first run");
        journal.started(attempt, now);
        if (i < units - 2) {
          Completion completion = done(attempt, now);
          journal.ended(completion);
          journal.settled(completion);
        }
        if (i % BATCH == BATCH - 1) {
          journal.commit();
        }
      }
      journal.commit();
    }
    Files.writeString(directory.resolve("run.yaml"), RECORD);
    Files.writeString(
        directory.resolve("status.json"),
        "{\"status\":\"running\",\"timestamp\":\"" + Instant.now() + "\",\"pid\":1}");
  }

  private static Unit unit(int i) {
    return new Unit("unit=" + i, "group=" + i % 1000, 1, Map.of(), List.of());
  }

  private static Completion done(Assignment attempt, long now) {
    Row row = new Row("numbers", List.of(attempt.unit(), 0.5));
    PhaseTime phase = new PhaseTime("compute", 1, 900_000, 800_000, 0, 900_000);
    Usage usage = new Usage(now, 1_000_000, 900_000, List.of(phase), Map.of("looked", 1L));
    return new Completion(
        attempt, "worker-1", usage, new Outcome.Done(new UnitOutput(List.of(row))));
  }
}
