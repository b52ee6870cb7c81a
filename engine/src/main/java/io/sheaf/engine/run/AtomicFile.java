package io.sheaf.engine.run;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files that are there whole or not at all.
final class AtomicFile {
  private AtomicFile() {}

  /// Writes aside, syncs, renames, syncs the directory.
  static Manifest.FileLine write(Path file, Content content) throws IOException {
    Path aside = aside(file);
    try {
      Manifest.FileLine line = writeAside(aside, content, true);
      move(aside, file);
      return line;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /// The same without the syncs, for files that are written often and need not survive a power
  /// failure.
  static void writeUnsynced(Path file, byte[] content) throws IOException {
    Path aside = aside(file);
    try {
      writeAside(aside, out -> out.write(content), false);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /// Deletes a file for good, if it is there.
  static void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      syncDirectoryOf(file);
    }
  }

  /// Gives a file that is synced its name.
  static void move(Path aside, Path file) throws IOException {
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    syncDirectoryOf(file);
  }

  /// Where a file is written before it has its name.
  static Path aside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  /// Without a channel, which an interrupt would close.
  private static Manifest.FileLine writeAside(Path aside, Content content, boolean sync)
      throws IOException {
    try (FileOutputStream out = new FileOutputStream(aside.toFile())) {
      Manifest.FileLine line = Manifest.FileLine.of(content, out);
      if (sync) {
        out.getFD().sync();
      }
      return line;
    }
  }

  /// Windows cannot open directories, and needs no sync of them.
  static void syncDirectoryOf(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (File.separatorChar != '/' || directory == null) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// A full disk says so without saying where.
  private static IOException failure(Path file, IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains(file.getFileName().toString())
        ? e
        : new IOException(file + ": " + message, e);
  }
}
