package io.sheaf.cli;

import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a signal does to a run: the first lets the running units finish, the second ends the
/// process.
final class Stopping implements Runnable {
  private final Run run;
  private final Display display;
  private final RunDirectory directory;
  private final AtomicBoolean asked = new AtomicBoolean();

  Stopping(Run run, Display display, RunDirectory directory) {
    this.run = run;
    this.display = display;
    this.directory = directory;
  }

  @Override
  public void run() {
    if (asked.getAndSet(true)) {
      Runtime.getRuntime().halt(ExitCode.KILLED);
    }
    run.stop();
    display.notice("stopping once the running units end; a second ^C ends now and loses them");
    display.notice("to go on later: " + Ending.resumeCommand(directory));
  }
}
