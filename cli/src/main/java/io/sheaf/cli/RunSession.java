package io.sheaf.cli;

import io.sheaf.engine.journal.CorruptJournalException;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunEnd;
import io.sheaf.engine.run.RunInUseException;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.workloads.command.CommandWorkload;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/// A run in this process, from its first notice to its exit code.
record RunSession(Console console, Launch launch, RunOptions options, RunDirectory directory) {
  /// Runs to the end, or until it is stopped.
  ///
  /// @param followers are closed at the end
  /// @param again units to run again although they are done
  /// @return the exit code
  int run(Display display, List<Follower> followers, Set<String> again) throws IOException {
    try {
      return run(new FollowedDisplay(display, followers), again);
    } finally {
      followers.forEach(Follower::close);
    }
  }

  private int run(FollowedDisplay display, Set<String> again) throws IOException {
    display.notice(
        "%s (%s) in %s, %d %s%s"
            .formatted(
                launch.choice().definition().name(),
                launch.choice().definition().workload().name(),
                directory,
                options.workers(),
                options.workers() == 1 ? "worker" : "workers",
                launch.shard().isWhole() ? "" : ", shard " + launch.shard()));
    Run run = new Run(launch.choice().definition(), options, display);
    Interrupts.onSignals(new Stopping(run, display, directory), "INT", "TERM", "HUP");
    RunEnd end;
    try {
      end = launch.isResumption() ? run.resume(directory, again) : run.start(directory);
    } catch (RunInUseException | CorruptJournalException e) {
      throw e;
    } catch (IOException e) {
      return broken(e, display);
    } catch (UncheckedIOException e) {
      return broken(Complaints.cause(e), display);
    } finally {
      display.close();
    }
    Ending ending = new Ending(launch.choice(), launch.shard(), end);
    display.followers().forEach(one -> one.ended(ending.status(), ending.summary()));
    PrintWriter data = prints(launch) ? new PrintWriter(Writer.nullWriter()) : console.out();
    int code = ending.tell(display, data);
    ReportCommand.afterwards(directory.path(), console);
    return code;
  }

  /// Whether standard output belongs to the commands that are run.
  static boolean prints(Launch launch) {
    Definition definition = launch.choice().definition();
    return definition.workload() instanceof CommandWorkload && definition.settings().flag("print");
  }

  /// What was committed before the trouble stays.
  private int broken(IOException e, FollowedDisplay display) throws IOException {
    if (!directory.isRun()) {
      throw e;
    }
    display.followers().forEach(one -> one.ended("broken", Complaints.line(e)));
    console.say(Complaints.line(e));
    console.say("nothing finished is lost; go on with: " + Ending.resumeCommand(directory));
    return ExitCode.STOPPED;
  }
}
