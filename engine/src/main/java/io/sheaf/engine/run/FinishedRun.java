package io.sheaf.engine.run;

import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.schedule.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A run directory filled with results that were computed elsewhere. Confined to a thread.
public final class FinishedRun implements AutoCloseable {
  private final RunDirectory directory;
  private final Definition definition;
  private final Plan plan;
  private final RunLock lock;
  private final Journal journal;
  private final long beganNanos = System.nanoTime();

  private FinishedRun(RunDirectory directory, Definition definition, Plan plan, RunLock lock)
      throws IOException {
    this.directory = directory;
    this.definition = definition;
    this.plan = plan;
    this.lock = lock;
    directory.begin(definition, plan, Shard.WHOLE);
    this.journal = Journal.open(directory.journal());
  }

  /// Takes the directory, which must hold no run.
  public static FinishedRun create(RunDirectory directory, Definition definition, Plan plan)
      throws IOException {
    RunLock lock = RunLock.acquire(directory.path());
    try {
      return new FinishedRun(directory, definition, plan, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Where to put the results.
  public Journal journal() {
    return journal;
  }

  /// Binds the results into `out/`.
  public void finish(String how, List<StoredResult> results) throws IOException {
    long now = System.currentTimeMillis();
    journal.event(now, "merge", how);
    journal.commit();
    new Results(definition, plan, Shard.WHOLE, results).write(directory.out());
    try (RunLog log = new RunLog(directory.logs())) {
      log.info(how);
    }
    long failed = results.stream().filter(result -> !result.isDone()).count();
    Progress progress =
        new Progress(
            results.size() - failed,
            failed,
            results.size(),
            0,
            Duration.ofNanos(System.nanoTime() - beganNanos),
            0,
            Optional.empty());
    StatusFile.State state = failed > 0 ? StatusFile.State.FAILED : StatusFile.State.COMPLETED;
    new StatusFile(directory.status()).write(state, progress, List.of(), List.of());
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      journal.close();
    }
  }
}
