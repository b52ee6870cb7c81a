package io.sheaf.engine.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is made of a file, made again once the file has changed. Thread-safe.
final class FileContent<T> {
  private final Path file;
  private List<Object> version = List.of();
  private @Nullable T content;

  FileContent(Path file) {
    this.file = file;
  }

  /// Makes it.
  @FunctionalInterface
  interface Reader<T> {
    T read() throws IOException;
  }

  synchronized T get(Reader<T> reader) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    List<Object> seen = List.of(now.lastModifiedTime(), now.size());
    T known = content;
    if (known == null || !seen.equals(version)) {
      known = reader.read();
      content = known;
      version = seen;
    }
    return known;
  }
}
