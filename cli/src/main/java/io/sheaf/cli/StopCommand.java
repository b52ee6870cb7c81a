package io.sheaf.cli;

import io.sheaf.engine.execute.ProcessTree;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.RunWatch;
import io.sheaf.engine.run.Holder;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf stop`.
@Command(
    footer = {
      "%nAs the first ^C does: no more units are handed out, and the running ones finish or reach a"
          + " checkpoint. It waits until that has happened. --now is as kill -9 of the process and"
          + " all it started: what is running is lost and runs again, what is finished is not."
    })
final class StopCommand implements Callable<Integer> {
  private static final long TELL_SECONDS = 10;

  private final Console console;
  private final RunWatch watch = new RunWatch(Clock.systemUTC());

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Run directories.")
  private List<Path> directories = new ArrayList<>();

  @Option(names = "--now", description = "Do not wait for the running units; they are lost.")
  private boolean now;

  StopCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Map<RunDirectory, ProcessHandle> stopping = new LinkedHashMap<>();
    int code = ExitCode.COMPLETE;
    for (Path path : directories) {
      RunDirectory directory = new RunDirectory(path);
      RunView run = watch.look(directory);
      Optional<Holder> holder = Holder.of(directory);
      Optional<ProcessHandle> process = holder.flatMap(Holder::process);
      if (process.isPresent() && process.get().pid() != ProcessHandle.current().pid()) {
        stopping.put(directory, process.get());
      } else if (run.state().isAlive() && holder.isPresent() && !holder.get().isOfThisHost()) {
        console.say(path + " runs as " + holder.get() + "; stop it there");
        code = ExitCode.USAGE;
      } else {
        console.say(path + " is " + run.state().word() + "; there is nothing to stop");
      }
    }
    stopping.values().forEach(this::signal);
    for (Map.Entry<RunDirectory, ProcessHandle> one : stopping.entrySet()) {
      await(one.getKey(), one.getValue());
    }
    return code;
  }

  private void signal(ProcessHandle process) {
    if (now) {
      ProcessTree.kill(process);
    } else {
      process.destroy();
    }
  }

  private void await(RunDirectory directory, ProcessHandle process) throws IOException {
    while (!ended(process)) {
      RunView run = watch.look(directory);
      console.say(
          "%s: waiting for %d running units (%s); --now does not wait, and loses them"
              .formatted(directory, run.running().size(), first(run)));
    }
    RunView run = watch.look(directory);
    RunView.Counts counts = run.counts();
    console
        .out()
        .printf(
            "%s: %s, %s of %s units done, %s failed%s%n",
            directory,
            run.state() == RunView.State.DEAD ? "killed" : run.state().word(),
            Quantities.count(counts.done()),
            Quantities.count(counts.total()),
            Quantities.count(counts.failed()),
            counts.settled() == counts.total() && counts.total() > 0
                ? ""
                : "; to go on: " + Ending.resumeCommand(directory));
    console.flush();
  }

  private static String first(RunView run) {
    return run.running().isEmpty() ? "none known" : run.running().getFirst().id() + ", ...";
  }

  private static boolean ended(ProcessHandle process) throws InterruptedIOException {
    try {
      process.onExit().get(TELL_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      return !process.isAlive();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted; the run still stops");
    }
  }
}
