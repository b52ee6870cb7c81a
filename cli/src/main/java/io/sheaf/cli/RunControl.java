package io.sheaf.cli;

import io.sheaf.engine.observe.RunWatch;
import io.sheaf.engine.run.Holder;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.web.serve.Control;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What the dashboard does to runs: what `stop`, `retry` and `quarantine` do, in processes of their
/// own, as a directory belongs to the process that writes it. Thread-safe.
final class RunControl implements Control {
  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");
  private static final int MOST_TALK_BYTES = 4096;
  private static final int PATIENCE_SECONDS = 20;

  @Override
  public void stop(Path run) throws IOException {
    ProcessHandle process =
        Holder.of(new RunDirectory(run))
            .flatMap(Holder::process)
            .filter(one -> one.pid() != ProcessHandle.current().pid())
            .orElseThrow(() -> new IOException("no process of this machine works on " + run));
    process.destroy();
  }

  /// The process goes on when the dashboard ends.
  @Override
  public void retry(Path run, String unit) throws IOException {
    RunDirectory directory = new RunDirectory(run);
    Optional<ProcessHandle> process = Holder.of(directory).flatMap(Holder::process);
    if (process.isPresent() && !ends(directory, process.get())) {
      throw new IOException(run + " goes on already; stop it first");
    }
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(OWN_SESSION)) {
      command.add(OWN_SESSION.toString());
    }
    command.addAll(sheaf());
    command.addAll(List.of("retry", run.toString(), "--progress", "plain"));
    if (!unit.isEmpty()) {
      command.addAll(List.of("--", unit));
    }
    Path log = Files.createDirectories(run.resolve("logs")).resolve("retry.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.start().getOutputStream().close();
  }

  /// Whether a process that has said how its run ended is gone, too; it still writes the report.
  private static boolean ends(RunDirectory directory, ProcessHandle process) throws IOException {
    if (new RunWatch(Clock.systemUTC()).look(directory).state().isAlive()) {
      return false;
    }
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void quarantine(Path run, String unit) throws IOException {
    List<String> command = new ArrayList<>(sheaf());
    command.addAll(List.of("quarantine", run.toString(), "--", unit));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream talk = process.getInputStream()) {
      String said = new String(talk.readNBytes(MOST_TALK_BYTES), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != ExitCode.COMPLETE) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /// Through the launcher, which knows what each command needs; else like this process.
  private static List<String> sheaf() {
    String home = System.getProperty("sheaf.home", "");
    Path launcher = Path.of(home, "sheaf");
    if (!home.isEmpty() && Files.isExecutable(launcher)) {
      return List.of(launcher.toString());
    }
    List<String> command = new ArrayList<>(ChildProcess.java("1g"));
    command.add(Sheaf.class.getName());
    return command;
  }
}
