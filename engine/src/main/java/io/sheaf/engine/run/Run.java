package io.sheaf.engine.run;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.execute.WorkerPool;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.journal.JournalReader;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries out a plan in a run directory, from the start or from where an earlier process left it.
///
/// Confined to one thread, except [#stop].
public final class Run {
  private final Definition definition;
  private final RunOptions options;
  private final RunListener listener;
  private final long beganNanos = System.nanoTime();
  private volatile boolean stopRequested;
  private volatile Optional<Coordinator> coordinator = Optional.empty();

  public Run(Definition definition, RunOptions options, RunListener listener) {
    this.definition = definition;
    this.options = options;
    this.listener = listener;
  }

  /// Hands out no more units and lets the running ones end. Callable from any thread.
  public void stop() {
    stopRequested = true;
    coordinator.ifPresent(Coordinator::stop);
  }

  /// Starts in a directory without a run.
  ///
  /// @throws ConfigurationException if there is a run
  /// @throws RunInUseException if another process writes there
  public RunEnd start(RunDirectory directory) throws IOException {
    try (RunLock _ = RunLock.acquire(directory.path())) {
      Plan plan = definition.plan();
      directory.begin(definition, plan, options.shard());
      try (Journal journal = Journal.open(directory.journal())) {
        return carryOut(directory, plan, journal, Resumption.of(plan, options.shard()));
      }
    }
  }

  /// Goes on with the run in a directory; starts it if the earlier process was killed before there
  /// was one.
  ///
  /// Finished units stay finished unless their input has changed; failed ones are tried again.
  ///
  /// @throws ConfigurationException if the plan is not the recorded one
  /// @throws RunInUseException if another process writes there
  public RunEnd resume(RunDirectory directory) throws IOException {
    return resume(directory, Set.of());
  }

  /// Goes on, and runs some units again although they are done.
  ///
  /// @param again ids of units
  /// @throws ConfigurationException if the plan is not the recorded one or lacks such a unit
  /// @throws RunInUseException if another process writes there
  public RunEnd resume(RunDirectory directory, Set<String> again) throws IOException {
    if (!directory.isRun()) {
      return start(RunDirectory.fresh(directory.path()));
    }
    try (RunLock _ = RunLock.acquire(directory.path())) {
      checkConfiguration(directory);
      Plan plan = definition.plan();
      Resumption resumption = Resumption.of(plan, directory, options.shard(), again);
      resumption.reasons().forEach(listener::notice);
      try (Journal journal = Journal.open(directory.journal())) {
        outdate(directory, plan, resumption);
        resumption.apply(journal, plan);
        return carryOut(directory, plan, journal, resumption);
      }
    }
  }

  private void checkConfiguration(RunDirectory directory) throws IOException {
    RunRecord record = RunRecord.read(directory.record());
    if (!record.workload().equals(definition.workload().name())) {
      throw new ConfigurationException(
          "%s is a run of %s, not of %s"
              .formatted(directory, record.workload(), definition.workload().name()));
    }
    List<String> differences =
        record
            .settings(definition.workload().keys(), directory.record())
            .differences(definition.settings());
    if (!differences.isEmpty()) {
      throw new ConfigurationException(
          "%s was made with another configuration (%s); start a new run"
              .formatted(directory, String.join("; ", differences)));
    }
  }

  /// What an earlier process wrote and no longer holds goes before the journal says so: without its
  /// manifest `out/` is written anew, whenever this process may be killed.
  private void outdate(RunDirectory directory, Plan plan, Resumption resumption)
      throws IOException {
    if (!resumption.pending().isEmpty()) {
      AtomicFile.delete(directory.manifest());
    }
    for (StoredResult result : resumption.withdrawn()) {
      if (result.toOutcome() instanceof Outcome.Done(var output)) {
        Artefacts.withdraw(output, directory.out());
      }
    }
    if (!resumption.changed().isEmpty()) {
      RunRecord.write(directory, definition, plan, options.shard());
    }
  }

  private RunEnd carryOut(RunDirectory directory, Plan plan, Journal journal, Resumption resumption)
      throws IOException {
    try (RunLog log = new RunLog(directory.logs())) {
      Site site =
          new Site(
              definition.workload().runner(definition.settings()),
              plan.seed(),
              options.cache(),
              directory.path());
      Artefacts artefacts = new Artefacts(site, directory.out(), resumption.files());
      artefacts.discardAll();
      Coordinator run =
          new Coordinator(
              plan, resumption, options, new Outputs(journal, directory, log, artefacts, listener));
      return carryOut(run, site, plan, resumption);
    }
  }

  private RunEnd carryOut(Coordinator run, Site site, Plan plan, Resumption resumption)
      throws IOException {
    RunDirectory directory = new RunDirectory(site.directory());
    run.began(beganNanos);
    coordinator = Optional.of(run);
    if (stopRequested) {
      run.stop();
    }
    try {
      work(run, site, plan, resumption);
      boolean settled = run.isEverythingSettled();
      if (settled && !Files.exists(directory.manifest())) {
        writeResults(directory, plan);
      }
      run.finish(settled);
      return new RunEnd(
          directory, settled ? RunEnd.State.COMPLETED : RunEnd.State.STOPPED, run.progress());
    } catch (IOException | RuntimeException e) {
      run.abort(e);
      throw e;
    } finally {
      if (run.wasInterrupted()) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work(Coordinator run, Site site, Plan plan, Resumption resumption)
      throws IOException {
    if (!resumption.pending().isEmpty()) {
      try (WorkerPool pool = options.pools().open(plan, site, options.limits(), run.listener())) {
        listener.planned(
            resumption.pending().stream().map(one -> plan.units().get(one.unit())).toList());
        run.drive(pool);
      } finally {
        site.runner().close();
      }
      run.tidy();
    }
  }

  private void writeResults(RunDirectory directory, Plan plan) throws IOException {
    try (JournalReader reader = JournalReader.open(directory.journal())) {
      List<StoredResult> results = reader.results();
      new Results(definition, plan, options.shard(), results).write(directory.out());
    }
  }
}
