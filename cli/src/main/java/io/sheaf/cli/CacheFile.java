package io.sheaf.cli;

import java.nio.file.Path;
import java.util.Map;

/// Where the cache of this user is.
final class CacheFile {
  /// More than which is not kept.
  static final long LIMIT_BYTES = 2L << 30;

  private CacheFile() {}

  /// `$SHEAF_CACHE`, else in the user's cache directory.
  static Path usual(Map<String, String> environment) {
    String named = environment.getOrDefault("SHEAF_CACHE", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    return directory(environment).resolve("cache.db");
  }

  /// Where Sheaf may keep what can be made again.
  static Path directory(Map<String, String> environment) {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path directory =
        caches.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
    return directory.resolve("sheaf");
  }
}
