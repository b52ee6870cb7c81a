package io.sheaf.workloads.command;

import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.UnitContext;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// One command under way, in a process group of its own. Confined to the unit's thread.
///
/// @param progress what the command says of itself
record Job(Guardian guardian, UnitContext context, Progress progress) {
  private static final long LOOK_MILLIS = 100;
  private static final long GRACE_MILLIS = 2000;

  /// Runs it to its end. One that is to be cancelled is asked to end, and killed after two seconds.
  ///
  /// @return its exit code; 128 and the signal's number if a signal ended it
  int run(ProcessBuilder builder) throws IOException, InterruptedException {
    try (Phase _ = context.phase("command")) {
      guardian.watch();
      Process process = builder.start();
      try {
        guardian.began(process.pid());
        return await(process);
      } finally {
        if (process.isAlive()) {
          end(process);
        }
        guardian.ended(process.pid());
      }
    }
  }

  private int await(Process process) throws IOException, InterruptedException {
    ProcessorTime time = new ProcessorTime(process.toHandle());
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      context.checkCancelled();
      time.look();
      progress.look(context);
    }
    context.spent(time.nanos());
    return process.exitValue();
  }

  private void end(Process process) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      guardian.signal("TERM", process.pid());
      if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        kill(process);
        process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      interrupted = true;
      kill(process);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void kill(Process process) throws IOException {
    guardian.signal("KILL", process.pid());
    process.destroyForcibly();
  }
}
