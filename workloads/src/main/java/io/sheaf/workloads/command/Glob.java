package io.sheaf.workloads.command;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Files whose path fits a pattern, as a shell would list them: sorted, hidden ones only if asked
/// for. `**` goes into directories.
final class Glob {
  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private Glob() {}

  static List<String> files(String pattern) throws IOException {
    Path whole = Path.of(pattern);
    Path base = base(whole);
    int below = whole.getNameCount() - (base.toString().isEmpty() ? 0 : base.getNameCount());
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : below;
    boolean hidden = pattern.startsWith(".") || pattern.contains("/.");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    if (!Files.isDirectory(base, new LinkOption[0])) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(base, Math.max(1, depth))) {
      return walk.filter(matcher::matches)
          .filter(path -> hidden || !isHidden(base.relativize(path)))
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  /// The part of the path before the first wild name.
  private static Path base(Path pattern) {
    Path base = pattern.isAbsolute() ? pattern.getRoot() : Path.of("");
    for (Path name : pattern) {
      if (WILD.matcher(name.toString()).find() || name.equals(pattern.getFileName())) {
        return base;
      }
      base = base.resolve(name);
    }
    return base;
  }

  private static boolean isHidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
