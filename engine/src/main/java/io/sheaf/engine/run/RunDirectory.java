package io.sheaf.engine.run;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a run keeps everything.
///
/// @param path the directory itself
public record RunDirectory(Path path) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final Pattern UNBEGUN =
      Pattern.compile("run\\.lock|run\\.yaml|\\.run\\.(yaml|db)\\.part(-wal|-shm|-journal)?");

  /// A new directory below `runs`, unique for every start.
  public static RunDirectory unique(Path runs, String name, Shard shard) throws IOException {
    String suffix = shard.isWhole() ? "" : "-s" + shard.index() + "of" + shard.count();
    while (true) {
      String random =
          HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt(1 << 16));
      String stamp = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
      Path path = runs.resolve(name + "-" + stamp + "-" + random + suffix);
      Files.createDirectories(runs);
      try {
        Files.createDirectory(path);
        return new RunDirectory(path);
      } catch (FileAlreadyExistsException _) {
        // Another start took this name; the next random number is another.
      }
    }
  }

  /// The directory a user names for a new run: new or empty.
  public static RunDirectory fresh(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new ConfigurationException(path + " is a file, expected a new or empty directory");
    }
    Files.createDirectories(path);
    try (Stream<Path> content = Files.list(path)) {
      List<String> names = content.map(file -> file.getFileName().toString()).toList();
      if (!names.isEmpty() && !isUnbegun(names)) {
        throw new ConfigurationException(
            new RunDirectory(path).isRun()
                ? path + " holds a run; give a new directory, or go on: sheaf run --resume " + path
                : path + " is not empty; give a new directory");
      }
    }
    return new RunDirectory(path);
  }

  /// Whether these files are what a process leaves that is killed before its journal is there.
  private static boolean isUnbegun(List<String> names) {
    return names.contains("run.lock")
        && names.stream().allMatch(name -> UNBEGUN.matcher(name).matches());
  }

  /// The directory of an earlier run.
  public static RunDirectory existing(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new NotDirectoryException(path + ": no such directory");
    }
    RunDirectory directory = new RunDirectory(path);
    if (!directory.isRun()) {
      throw new ConfigurationException(
          path + " is not a run directory: it has no run.yaml and run.db");
    }
    return directory;
  }

  /// Begins the run: from here on there is one to resume.
  ///
  /// @throws ConfigurationException if there is one already
  void begin(Definition definition, Plan plan, Shard shard) throws IOException {
    if (isRun()) {
      throw new ConfigurationException(path + " holds a run already; resume it");
    }
    Path aside = AtomicFile.aside(journal());
    Journal.create(aside, plan, shard);
    RunRecord.write(this, definition, plan, shard);
    CrashPoint.JOURNAL_ASIDE.pass();
    AtomicFile.move(aside, journal());
  }

  /// Whether a run began here: the journal gets its name last, and whole.
  public boolean isRun() {
    return Files.isRegularFile(record()) && Files.isRegularFile(journal());
  }

  public Path record() {
    return path.resolve("run.yaml");
  }

  public Path journal() {
    return path.resolve("run.db");
  }

  public Path status() {
    return path.resolve("status.json");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path out() {
    return path.resolve("out");
  }

  public Path manifest() {
    return out().resolve("manifest.json");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
