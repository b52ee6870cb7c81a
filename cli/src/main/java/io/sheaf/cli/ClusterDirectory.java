package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Site;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a cluster on this machine keeps what it has, and by which its commands find it.
///
/// Its keeper holds the system's lock on `keeper.lock`. It ends when `wanted` is removed.
final class ClusterDirectory {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where the cluster keeps its files; default: in the user's cache directory.")
  private @Nullable Path named;

  /// Where a master can be reached.
  ///
  /// @param url for `--on`
  /// @param page its page for people, on loopback
  record Address(String url, String page) {}

  Path path(Console console) {
    Path directory =
        named == null ? CacheFile.directory(console.environment()).resolve("cluster") : named;
    return directory.toAbsolutePath();
  }

  static Path wanted(Path directory) {
    return directory.resolve("wanted");
  }

  static Path logs(Path directory) {
    return directory.resolve("logs");
  }

  /// What the master has written, once it listens.
  static Optional<Address> address(Path directory) throws IOException {
    try {
      String[] words = Files.readString(master(directory)).split(" ", 2);
      return Optional.of(new Address(words[0], "http://127.0.0.1:" + words[1]));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  static Path master(Path directory) {
    return directory.resolve("master");
  }

  private static Path lockFile(Path directory) {
    return directory.resolve("keeper.lock");
  }

  /// Makes it, if it is not there.
  ///
  /// @throws ConfigurationException if it is somebody else's: what it holds is removed some time
  static void create(Path directory) throws IOException {
    if (Files.exists(lockFile(directory))) {
      return;
    }
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new ConfigurationException(
            "--dir %s: expected a new or empty directory, or that of a cluster"
                .formatted(directory));
      }
    }
    Files.createFile(lockFile(directory));
  }

  /// The keeper's lock, empty if there is a keeper. It lasts as long as the channel.
  static Optional<FileChannel> lock(Path directory) throws IOException {
    FileChannel channel = FileChannel.open(lockFile(directory), StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(channel);
  }

  static boolean hasKeeper(Path directory) throws IOException {
    if (!Files.exists(lockFile(directory))) {
      return false;
    }
    Optional<FileChannel> lock = lock(directory);
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isEmpty();
  }

  /// Removes what a cluster leaves, except its logs: they say why it ended.
  static void clear(Path directory) throws IOException {
    Files.deleteIfExists(wanted(directory));
    Files.deleteIfExists(master(directory));
    delete(directory.resolve("work"));
  }

  static void clearLogs(Path directory) throws IOException {
    delete(logs(directory));
  }

  private static void delete(Path part) throws IOException {
    if (Files.exists(part)) {
      Site.delete(part);
    }
  }
}
