package io.sheaf.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The source files of the project.
final class Sources {
  static final Path ROOT = Path.of(System.getProperty("sheaf.root", "..")).toAbsolutePath();

  private Sources() {}

  static List<Path> java() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> ROOT.relativize(file).startsWith(module(file) + "/src"))
          .sorted()
          .toList();
    }
  }

  /// The module a file belongs to.
  static String module(Path file) {
    return ROOT.relativize(file).getName(0).toString();
  }
}
