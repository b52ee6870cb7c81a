package io.sheaf.engine.run;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.UnitOutput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/// Moves the files of units into `out/`, once it is certain that they count. Confined to one
/// thread.
///
/// A file is durable there before the journal says so: a process that is killed in between leaves a
/// file that the next attempt replaces by the same bytes.
final class Artefacts {
  private final Site site;
  private final Path out;
  private final Map<String, Integer> owners;

  /// @param owners of the files that earlier processes moved
  Artefacts(Site site, Path out, Map<String, Integer> owners) {
    this.site = site;
    this.out = out;
    this.owners = new HashMap<>(owners);
  }

  /// Moves the files of an attempt that counts.
  ///
  /// @return the completion, or a failure if a file is not what it should be
  Completion adopt(Completion completion) throws IOException {
    if (!(completion.outcome() instanceof Outcome.Done(var output))) {
      return completion;
    }
    Assignment attempt = completion.assignment();
    for (Artefact artefact : output.artefacts()) {
      int owner = owners.merge(artefact.name(), attempt.unit(), (first, _) -> first);
      Path made = site.scratch(attempt).resolve(artefact.name());
      if (owner != attempt.unit()) {
        return failed(completion, artefact.name() + ": another unit has made this file");
      }
      if (!Files.isRegularFile(made)) {
        return failed(completion, artefact.name() + ": the unit has not made this file");
      }
    }
    for (Artefact artefact : output.artefacts()) {
      move(site.scratch(attempt).resolve(artefact.name()), out.resolve(artefact.name()));
      CrashPoint.ARTEFACT_MOVED.pass();
    }
    return completion;
  }

  /// Removes what an attempt left behind that could not do so itself, or that is moved.
  void discard(Completion completion) throws IOException {
    boolean tidied =
        switch (completion.outcome()) {
          case Outcome.Done(var output) -> output.artefacts().isEmpty();
          case Outcome.Failed _, Outcome.Cancelled _ -> true;
          case Outcome.TimedOut _, Outcome.OutOfMemory _, Outcome.Lost _ -> false;
        };
    Path scratch = site.scratch(completion.assignment());
    if (!tidied && Files.exists(scratch)) {
      Site.delete(scratch);
    }
  }

  /// Removes the files of a result that no longer holds.
  static void withdraw(UnitOutput output, Path out) throws IOException {
    for (Artefact artefact : output.artefacts()) {
      AtomicFile.delete(out.resolve(artefact.name()));
    }
  }

  /// Removes what earlier processes left behind.
  void discardAll() throws IOException {
    if (Files.exists(site.work())) {
      Site.delete(site.work());
    }
  }

  private static void move(Path made, Path kept) throws IOException {
    Path directory = kept.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    AtomicFile.syncDirectoryOf(kept);
  }

  private static Completion failed(Completion completion, String why) {
    return new Completion(
        completion.assignment(),
        completion.worker(),
        completion.usage(),
        new Outcome.Failed(why, false));
  }
}
