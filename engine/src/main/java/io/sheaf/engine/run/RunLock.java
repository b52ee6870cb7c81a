package io.sheaf.engine.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One writer per run directory. Thread-safe.
///
/// The operating system's lock on `run.lock` is the lock, and ends with its process however that
/// ends; the text in the file only says who holds it. So no lock is ever stale.
final class RunLock implements AutoCloseable {
  /// The directories this process holds. Static, because the lock is the process's: POSIX gives it
  /// up when the process closes any channel to the file, so a second attempt must not open one.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  /// Far behind the text, so that others can read it where locks are mandatory.
  private static final long LOCKED_BYTE = 1 << 20;

  private final Path directory;
  private final FileChannel channel;

  private RunLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  static RunLock acquire(Path directory) throws IOException {
    Path real = directory.toRealPath();
    if (!HELD.add(real)) {
      throw inUse(directory, "this process");
    }
    try {
      return new RunLock(real, open(directory));
    } catch (IOException | RuntimeException e) {
      HELD.remove(real);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(directory);
    }
  }

  private static FileChannel open(Path directory) throws IOException {
    Path file = directory.resolve("run.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw inUse(directory, holder(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Holder.self().toString().getBytes(StandardCharsets.UTF_8)), 0);
      return channel;
    } catch (RunInUseException e) {
      channel.close();
      throw e;
    } catch (IOException e) {
      channel.close();
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static RunInUseException inUse(Path directory, String holder) {
    return new RunInUseException(
        directory + " is in use by " + holder + "; wait for it or stop it, then resume");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(200);
    channel.read(text, 0);
    String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    return holder.isBlank() ? "another process" : holder;
  }
}
