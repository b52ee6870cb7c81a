package io.sheaf.engine.observe;

import io.sheaf.engine.run.Holder;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a run's directory says that seldom changes, read again once it has. Thread-safe.
final class RunFiles {
  private final RunDirectory directory;
  private final Path lock;
  private final FileContent<RunRecord> record;
  private final FileContent<Optional<Holder>> holder;

  RunFiles(RunDirectory directory) {
    this.directory = directory;
    this.lock = directory.path().resolve("run.lock");
    this.record = new FileContent<>(directory.record());
    this.holder = new FileContent<>(lock);
  }

  RunDirectory directory() {
    return directory;
  }

  /// What was asked for.
  RunRecord record() throws IOException {
    return record.get(() -> RunRecord.read(directory.record()));
  }

  /// Who writes, or was the last to write; empty if nobody ever did.
  Optional<Holder> holder() throws IOException {
    return Files.isRegularFile(lock) ? holder.get(() -> Holder.of(directory)) : Optional.empty();
  }
}
