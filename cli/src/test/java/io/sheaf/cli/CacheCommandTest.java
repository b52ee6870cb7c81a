package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.cache.SharedCache;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTest {
  private final Shell shell = new Shell();
  @TempDir private Path folder;

  @Test
  void showsShrinksAndClears() throws Exception {
    Path file = folder.resolve("cache.db");
    shell.environment.put("SHEAF_CACHE", file.toString());
    assertThat(shell.run("cache", "stats").out()).contains("0 values");
    assertThat(file).doesNotExist();
    try (SharedCache cache = new SharedCache(file, 1 << 30)) {
      for (int i = 0; i < 4; i++) {
        cache.put("key" + i, new byte[1 << 20], 1);
      }
    }
    assertThat(shell.run("cache", "stats", "--json").out())
        .contains("\"entries\":4,\"bytes\":4194304");
    assertThat(shell.run("cache", "gc", "--max-size", "3m").out()).contains("2 values, 2.0 MiB");
    assertThat(shell.run("cache", "clear").out()).contains("0 values, 0.0 MiB");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(shell.run("cache", "empty").err())
        .contains("cache empty: expected stats, gc or clear");
  }

  @Test
  void isInTheUsersCacheDirectory() {
    assertThat(CacheFile.usual(Map.of("XDG_CACHE_HOME", "/x")))
        .isEqualTo(Path.of("/x/sheaf/cache.db"));
    assertThat(CacheFile.usual(Map.of("SHEAF_CACHE", "/y/c.db"))).isEqualTo(Path.of("/y/c.db"));
    assertThat(CacheFile.usual(Map.of()).toString()).endsWith(".cache/sheaf/cache.db");
  }
}
