package io.sheaf.engine.observe;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A directory of runs, for those who show them: the runs in it, and those of shards one level
/// further down. What is no run is not there; what leads out of it is not either. Thread-safe.
public final class RunsFolder {
  private final Path root;
  private final RunWatch watch;
  private final Map<String, ObservedRun> runs = new ConcurrentHashMap<>();

  /// A run, or what was one.
  public sealed interface Found {
    String name();
  }

  /// A run that can be read.
  public record Legible(ObservedRun run, RunView view) implements Found {
    @Override
    public String name() {
      return run.name();
    }
  }

  /// A run that cannot.
  ///
  /// @param why in words
  public record Illegible(String name, String why) implements Found {}

  /// @param root a directory of runs, or a run
  /// @throws IOException if there is no such directory
  public RunsFolder(Path root, Clock clock) throws IOException {
    this.root = root.toRealPath();
    this.watch = new RunWatch(clock);
  }

  public Path root() {
    return root;
  }

  /// All runs, the latest first.
  public List<Found> list() throws IOException {
    List<ObservedRun> all = new ArrayList<>();
    for (String name : names()) {
      find(name).ifPresent(all::add);
    }
    runs.keySet().retainAll(all.stream().map(ObservedRun::name).toList());
    return all.stream()
        .sorted(
            Comparator.comparingLong(RunsFolder::began).reversed().thenComparing(ObservedRun::name))
        .map(RunsFolder::look)
        .toList();
  }

  /// The run of that name, as [#list] has it.
  public Optional<ObservedRun> find(String name) throws IOException {
    Path path = name.equals(".") ? root : root.resolve(name).normalize();
    boolean isInside = path.startsWith(root) && path.getNameCount() - root.getNameCount() <= 2;
    if (!isInside || !Files.isDirectory(path) || !isRun(path) || !isReal(path)) {
      return Optional.empty();
    }
    return Optional.of(runs.computeIfAbsent(name(path), one -> new ObservedRun(one, path, watch)));
  }

  /// Looks at a run.
  public static Found look(ObservedRun run) {
    try {
      return new Legible(run, run.view());
    } catch (ConfigurationException | IOException | IllegalStateException e) {
      return new Illegible(run.name(), String.valueOf(e.getMessage()));
    }
  }

  private List<String> names() throws IOException {
    if (isRun(root)) {
      return List.of(".");
    }
    List<String> names = new ArrayList<>();
    for (Path child : directories(root)) {
      if (isRun(child)) {
        names.add(name(child));
      } else {
        directories(child).stream()
            .filter(RunsFolder::isRun)
            .forEach(grandchild -> names.add(name(grandchild)));
      }
    }
    return names;
  }

  private static List<Path> directories(Path parent) throws IOException {
    if (!Files.isReadable(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static boolean isRun(Path path) {
    return RunWatch.isRun(new RunDirectory(path)) || Files.exists(path.resolve("run.db"));
  }

  /// Whether it lies in this directory, links followed.
  private boolean isReal(Path path) throws IOException {
    return path.toRealPath().equals(path);
  }

  private String name(Path path) {
    return path.equals(root) ? "." : root.relativize(path).toString().replace('\\', '/');
  }

  private static long began(ObservedRun run) {
    long record = run.path().resolve("run.yaml").toFile().lastModified();
    return record > 0 ? record : run.path().toFile().lastModified();
  }
}
