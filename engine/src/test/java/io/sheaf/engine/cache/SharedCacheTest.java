package io.sheaf.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedCacheTest {
  private static final long LIMIT = 1000;
  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void chooseFile() {
    file = temporary.resolve("new/cache.db");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isNotThereBeforeItIsUsed() throws Exception {
    try (SharedCache _ = new SharedCache(file, LIMIT)) {
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void findsWhatAnotherPut() throws Exception {
    try (SharedCache one = new SharedCache(file, LIMIT);
        SharedCache other = new SharedCache(file, LIMIT)) {
      assertThat(other.find("key")).isEmpty();
      one.put("key", bytes("value"), 7);
      SharedCache.Found found = other.find("key").orElseThrow();
      assertThat(found.value()).isEqualTo(bytes("value"));
      assertThat(found.nanos()).isEqualTo(7);
      assertThat(other.size()).isEqualTo(new SharedCache.Size(1, 5, LIMIT));
    }
  }

  @Test
  void replacesAValue() throws Exception {
    try (SharedCache cache = new SharedCache(file, LIMIT)) {
      cache.put("key", bytes("long value"), 1);
      cache.put("key", bytes("short"), 2);
      assertThat(cache.find("key").orElseThrow().value()).isEqualTo(bytes("short"));
      assertThat(cache.size()).isEqualTo(new SharedCache.Size(1, 5, LIMIT));
    }
  }

  /// A tenth below the limit, so that not every new value throws out another.
  @Test
  void forgetsWhatWasUsedLeastRecently() throws Exception {
    try (SharedCache cache = new SharedCache(file, LIMIT)) {
      for (int i = 0; i < 10; i++) {
        cache.put("key" + i, new byte[100], 1);
        execute("UPDATE entry SET used = " + i + " WHERE key = 'key" + i + "'");
      }
      assertThat(cache.size().entries()).isEqualTo(10);
      cache.find("key0");
      cache.put("more", new byte[100], 1);
      assertThat(cache.size().bytes()).isEqualTo(900);
      assertThat(cache.find("key0")).as("used again").isPresent();
      assertThat(cache.find("key1")).isEmpty();
      assertThat(cache.find("more")).isPresent();
      cache.shrinkTo(0);
      assertThat(cache.size()).isEqualTo(new SharedCache.Size(0, 0, LIMIT));
    }
  }

  @Test
  void doesNotBelieveAnAlteredValue() throws Exception {
    try (SharedCache cache = new SharedCache(file, LIMIT)) {
      cache.put("key", bytes("value"), 1);
      execute("UPDATE entry SET value = x'00'");
      assertThat(cache.find("key")).isEmpty();
    }
  }

  @Test
  void putsAsideWhatIsNoCache() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x".repeat(5000));
    try (SharedCache cache = new SharedCache(file, LIMIT)) {
      cache.put("key", bytes("value"), 1);
      assertThat(cache.find("key")).isPresent();
    }
    assertThat(file.resolveSibling("cache.db.damaged")).hasContent("x".repeat(5000));
  }

  @Test
  void leavesAloneWhatANewerVersionMade() throws Exception {
    Files.createDirectories(file.getParent());
    execute("PRAGMA user_version = 2");
    try (SharedCache cache = new SharedCache(file, LIMIT)) {
      assertThatThrownBy(() -> cache.put("key", bytes("value"), 1))
          .hasMessageContaining(
              file + ": cache: format 2, from a newer Sheaf; this one reads 1: name another");
    }
    try (SharedCache cache = new SharedCache(file, LIMIT)) {
      execute("PRAGMA user_version = 0");
      assertThat(cache.find("key")).isEmpty();
    }
  }

  @Test
  void saysWhichFileItCannotUse() throws Exception {
    Files.writeString(temporary.resolve("new"), "a file where a directory should be");
    try (SharedCache cache = new SharedCache(file, LIMIT)) {
      assertThatThrownBy(() -> cache.find("key"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(temporary.resolve("new").toString());
    }
  }

  @Test
  void servesManyAtTheSameTime() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4);
        SharedCache one = new SharedCache(file, 1 << 20);
        SharedCache other = new SharedCache(file, 1 << 20)) {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, 200).mapToObj(i -> task(i % 2 == 0 ? one : other, i % 20)).toList();
      for (Future<Boolean> future : threads.invokeAll(tasks)) {
        assertThat(future.get()).isTrue();
      }
      assertThat(one.size().entries()).isEqualTo(20);
    }
  }

  @Test
  void isOpenedByManyAtTheSameTime() throws Exception {
    for (int round = 0; round < 10; round++) {
      Path fresh = temporary.resolve("round" + round).resolve("cache.db");
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        List<Callable<Boolean>> tasks =
            IntStream.range(0, 8).mapToObj(i -> openingTask(fresh, i)).toList();
        for (Future<Boolean> future : threads.invokeAll(tasks)) {
          assertThat(future.get()).isTrue();
        }
      }
    }
  }

  private static Callable<Boolean> openingTask(Path file, int number) {
    return () -> {
      try (SharedCache cache = new SharedCache(file, LIMIT)) {
        return task(cache, number).call();
      }
    };
  }

  private static Callable<Boolean> task(SharedCache cache, int number) {
    return () -> {
      cache.put("key" + number, bytes("value" + number), number);
      return new String(cache.find("key" + number).orElseThrow().value(), StandardCharsets.UTF_8)
          .equals("value" + number);
    };
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
