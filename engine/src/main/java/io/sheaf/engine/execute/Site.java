package io.sheaf.engine.execute;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.UnitRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What all units of one run have in common where they run.
///
/// @param runner runs the units
/// @param seed of the run
/// @param cache shared by all runs on this machine, if one is used
/// @param directory of the run
public record Site(UnitRunner runner, long seed, Optional<SharedCache> cache, Path directory) {
  /// Where attempts have directories of their own.
  public Path work() {
    return directory.resolve("work");
  }

  /// The directory of one attempt; not there before the unit asks for it.
  public Path scratch(Assignment attempt) {
    return work().resolve("u" + attempt.unit() + "-e" + attempt.epoch());
  }

  /// The same for a worker that shares nothing with others, with attempts below [#work].
  Site of(String worker) {
    return new Site(runner, seed, cache, work().resolve(worker));
  }

  /// Where each worker has a log.
  public Path logs() {
    return directory.resolve("logs");
  }

  /// Removes a directory with everything in it.
  public static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
