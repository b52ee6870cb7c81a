package io.sheaf.workloads.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sees to it that no command outlives this process, whatever ends it. Thread-safe.
///
/// A shell that is told which process groups run. When its input closes although nobody said
/// goodbye, it kills them, and then whatever carries this run's mark in its environment: a command
/// that had just been started, or that has left its group. It also sends the signals that Java
/// cannot send to groups.
final class Guardian {
  /// The variable that marks everything a run has started.
  static final String MARK = "SHEAF_RUN";

  private static final String SCRIPT =
      """
      trap '' INT HUP TERM QUIT
      running=' '
      without() {
        case $running in
          *" $1 "*) running="${running%%" $1 "*} ${running#*" $1 "}" ;;
        esac
      }
      while read -r word group; do
        case $word in
          run) running="$running$group " ;;
          end) without "$group"; kill -s KILL -- "$group" 2>/dev/null ;;
          bye) exit ;;
          *) kill -s "$word" -- "$group" 2>/dev/null || kill -s "$word" "${group#-}" 2>/dev/null ;;
        esac
      done
      for group in $running; do
        kill -s KILL -- "$group" 2>/dev/null
        kill -s KILL "${group#-}" 2>/dev/null
      done
      [ -r /proc/self/environ ] || exit
      clean=0
      rounds=0
      while [ "$clean" -lt 3 ] && [ "$rounds" -lt 100 ]; do
        clean=$((clean + 1))
        rounds=$((rounds + 1))
        for found in $(grep -lsF "$1" /proc/[0-9]*/environ); do
          found=${found#/proc/}
          kill -s KILL "${found%/environ}" 2>/dev/null && clean=0
        done
        sleep 0.1
      done
      """;

  private final String mark = UUID.randomUUID().toString();
  private final Optional<String> setsid = find("setsid");
  private final Set<String> running = new HashSet<>();
  private @Nullable Process shell;
  private boolean closed;

  /// What stands before a command so that it is a group of its own; without it a ^C at the terminal
  /// reaches the command too.
  List<String> prefix() {
    return setsid.map(List::of).orElse(List.of());
  }

  String mark() {
    return mark;
  }

  /// A command runs.
  synchronized void began(long pid) throws IOException {
    running.add(group(pid));
    tell("run " + group(pid));
  }

  /// A command has ended; what it left running in its group ends too.
  synchronized void ended(long pid) throws IOException {
    running.remove(group(pid));
    tell("end " + group(pid));
  }

  /// Sends a signal to a command and its group.
  synchronized void signal(String name, long pid) throws IOException {
    tell(name + " " + group(pid));
  }

  /// All commands have ended.
  synchronized void close() {
    closed = true;
    Process guard = shell;
    if (guard != null) {
      try (OutputStream in = guard.getOutputStream()) {
        in.write("bye\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        guard.destroy();
      }
    }
  }

  private String group(long pid) {
    return setsid.isPresent() ? "-" + pid : Long.toString(pid);
  }

  /// Starts it before there is anything to guard; one that was killed is replaced.
  ///
  /// @return whether it is new
  synchronized boolean watch() throws IOException {
    if (closed || (shell != null && shell.isAlive())) {
      return false;
    }
    Process guard = start();
    shell = guard;
    for (String group : running) {
      say(guard, "run " + group);
    }
    return true;
  }

  /// What runs is in the first words of a new one.
  private void tell(String line) throws IOException {
    boolean isKnown = watch() && line.startsWith("run ");
    Process guard = shell;
    if (guard != null && !closed && !isKnown) {
      say(guard, line);
    }
  }

  private static void say(Process guard, String line) throws IOException {
    OutputStream in = guard.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>(prefix());
    command.addAll(List.of("sh", "-c", SCRIPT, "sheaf-guardian", MARK + "=" + mark));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Optional<String> find(String program) {
    for (String directory : List.of("/usr/bin/", "/bin/", "/usr/local/bin/")) {
      if (Files.isExecutable(Path.of(directory + program))) {
        return Optional.of(directory + program);
      }
    }
    return Optional.empty();
  }
}
