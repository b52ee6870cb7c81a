package io.sheaf.workloads.cohort;

import io.sheaf.workloads.cohort.data.InputException;
import io.sheaf.workloads.cohort.data.UserTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Reads each user's file once for all features that are analysed of it. Thread-safe.
///
/// Holds a bounded number of tables: a user whose units are far apart, as after a resume, is read
/// again. A file that does not serve all features is read anew for each, so that it fails only
/// those that need what is wrong with it.
final class UserTables {
  private final SeriesLoader loader;
  private final List<String> modes;
  private final int most;
  private final Map<Path, Shared> tables = new LinkedHashMap<>();

  private static final class Shared {
    private final FutureTask<UserTable> table;
    private int left;

    Shared(FutureTask<UserTable> table, int left) {
      this.table = table;
      this.left = left;
    }
  }

  /// Keeps a file's content until every feature has used it, or others have taken its place.
  ///
  /// @param most tables to hold, at least 1
  UserTables(SeriesLoader loader, List<String> modes, int most) {
    this.loader = loader;
    this.modes = List.copyOf(modes);
    this.most = most;
  }

  UserSeries series(Path file, String mode) throws IOException, InterruptedException {
    return loader.series(table(file, mode), mode);
  }

  private UserTable table(Path file, String mode) throws IOException, InterruptedException {
    if (modes.size() == 1) {
      return loader.read(file, modes);
    }
    FutureTask<UserTable> table = shared(file);
    table.run();
    try {
      return table.get();
    } catch (ExecutionException e) {
      return switch (Objects.requireNonNull(e.getCause())) {
        case InputException _ -> loader.read(file, List.of(mode));
        case Error error -> throw error;
        case RuntimeException defect -> throw defect;
        case IOException fault -> throw fault;
        case Throwable other -> throw new IllegalStateException(other);
      };
    }
  }

  /// The task of reading a file; whoever runs it first reads.
  private synchronized FutureTask<UserTable> shared(Path file) {
    Shared one = tables.get(file);
    if (one == null) {
      one = new Shared(new FutureTask<>(() -> loader.read(file, modes)), modes.size());
      if (tables.size() == most) {
        tables.remove(tables.keySet().iterator().next());
      }
      tables.put(file, one);
    }
    one.left--;
    if (one.left == 0) {
      tables.remove(file);
    }
    return one.table;
  }
}
