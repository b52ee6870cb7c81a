package io.sheaf.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The process that writes, or was the last to write, a run directory.
///
/// @param started when it began, empty where the system does not tell
/// @param host the machine it runs on
public record Holder(long pid, Optional<Instant> started, String host) {
  private static final Pattern TEXT =
      Pattern.compile("process (\\d{1,18}), started (\\S+), on (.+)");

  /// This process.
  static Holder self() {
    ProcessHandle self = ProcessHandle.current();
    return new Holder(self.pid(), self.info().startInstant(), Environment.host());
  }

  /// Who `run.lock` names; empty if nobody has ever written there.
  public static Optional<Holder> of(RunDirectory directory) throws IOException {
    Path file = directory.path().resolve("run.lock");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Matcher text = TEXT.matcher(Files.readString(file).strip());
    return text.matches()
        ? Optional.of(
            new Holder(Long.parseLong(text.group(1)), instant(text.group(2)), text.group(3)))
        : Optional.empty();
  }

  /// Whether its processes can be seen from here.
  public boolean isOfThisHost() {
    return host.equals(Environment.host());
  }

  /// The process, if it runs on this machine and still does; not another one that was given its
  /// number later.
  public Optional<ProcessHandle> process() {
    return isOfThisHost()
        ? ProcessHandle.of(pid).filter(one -> one.isAlive() && isSame(one))
        : Optional.empty();
  }

  private boolean isSame(ProcessHandle process) {
    Optional<Instant> since = process.info().startInstant();
    return since.isEmpty() || started.isEmpty() || since.equals(started);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// As it stands in `run.lock`.
  @Override
  public String toString() {
    return "process %d, started %s, on %s"
        .formatted(pid, started.map(Instant::toString).orElse("?"), host);
  }
}
