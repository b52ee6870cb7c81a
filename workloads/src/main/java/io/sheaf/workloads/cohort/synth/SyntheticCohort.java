package io.sheaf.workloads.cohort.synth;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes a cohort whose couplings are known: one file per user, and `truth.csv` beside them.
///
/// Users go through the kinds of [Coupling] in turn. Each has at least seven local days of
/// America/Los_Angeles, sampled about once a minute, with gaps and missing cells as in a real
/// cohort. The bytes are a function of the options alone; users are written on all processors.
public final class SyntheticCohort {
  /// Beside the user files: `user_id`, `coupling` and the parameters, in order of the user ids.
  public static final String TRUTH_FILE = "truth.csv";

  private static final int BUFFER_BYTES = 1 << 16;
  private static final String SUFFIX = ".features_labels.csv";

  /// What to write.
  ///
  /// @param users how many, 1 to 100,000
  /// @param rows of every user, 100 to 100,000
  /// @param seed of everything random
  /// @param columns which columns
  /// @param gzip whether user files are compressed, to `.csv.gz`
  public record Options(int users, int rows, long seed, ColumnSet columns, boolean gzip) {
    /// Checks the bounds.
    public Options {
      require("users", users, 1);
      require("rows", rows, 100);
    }

    private static void require(String name, int value, int least) {
      if (value < least || value > 100_000) {
        throw new IllegalArgumentException(
            "%s = %d, expected %d to 100000".formatted(name, value, least));
      }
    }
  }

  private SyntheticCohort() {}

  /// Writes a cohort.
  ///
  /// @param options what to write
  /// @param out a directory that is new or empty
  /// @throws IOException if it is neither, or cannot be written
  public static void write(Options options, Path out) throws IOException {
    Files.createDirectories(out);
    requireEmpty(out);
    List<UserTruth> truths =
        IntStream.range(0, options.users())
            .mapToObj(user -> UserTruth.draw(options.seed(), user))
            .toList();
    int threads = Math.min(options.users(), Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> users = new ArrayList<>();
      for (int user = 0; user < options.users(); user++) {
        int number = user;
        users.add(
            pool.submit(
                () -> {
                  writeUser(options, number, truths.get(number), out);
                  return number;
                }));
      }
      await(users, pool);
    }
    List<String> lines = new ArrayList<>(List.of(UserTruth.HEADER));
    truths.stream()
        .sorted(Comparator.comparing(UserTruth::id))
        .forEach(truth -> lines.add(truth.line()));
    Files.writeString(out.resolve(TRUTH_FILE), String.join("\n", lines) + "\n");
  }

  private static void requireEmpty(Path out) throws IOException {
    try (Stream<Path> entries = Files.list(out)) {
      if (entries.findAny().isPresent()) {
        throw new FileSystemException(
            out.toString(), null, "not empty, expected a new or empty directory");
      }
    }
  }

  private static void writeUser(Options options, int user, UserTruth truth, Path out)
      throws IOException {
    Path file = out.resolve(truth.id() + SUFFIX + (options.gzip() ? ".gz" : ""));
    try (OutputStream bytes = open(file, options.gzip())) {
      new UserRows(options, user, truth).write(bytes);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static OutputStream open(Path file, boolean gzip) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    return gzip ? new FastGzip(new BufferedOutputStream(bytes, BUFFER_BYTES)) : bytes;
  }

  /// Numbers at random hardly compress, so little is lost by level 1, which is several times faster
  /// than the default. The JDK writes no time into the header.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static void await(List<Future<?>> users, ExecutorService pool) throws IOException {
    try {
      for (Future<?> user : users) {
        user.get();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the cohort was written");
    } catch (ExecutionException e) {
      pool.shutdownNow();
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
