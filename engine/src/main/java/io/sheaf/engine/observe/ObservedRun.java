package io.sheaf.engine.observe;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One run, for those who show it: all they may ask of it, and no more work than its files' changes
/// ask for, however many ask. Thread-safe.
public final class ObservedRun {
  private static final Duration LEAST_AGE = Duration.ofMillis(100);
  private static final Duration MOST_AGE = Duration.ofSeconds(1);
  private static final int MOST_RATES = 200;
  private static final int MOST_ORDERS = 4;

  /// From here on reading all units is noticed.
  private static final int MANY = 50_000;

  private final String name;
  private final RunDirectory directory;
  private final RunWatch watch;
  private final Samples samples = new Samples();
  private final FreshIndex index;
  private final RunFiles files;
  private final FileContent<RunFacts> facts;
  private final FileContent<RunChapter> chapter;
  private final Map<String, FileContent<TableFile.Index>> pages = new ConcurrentHashMap<>();
  private final LinkedHashMap<List<Object>, FileContent<TableOrder>> orders = new LinkedHashMap<>();
  private RunWatch.@Nullable Look look;
  private List<Object> signature = List.of();
  private Instant viewed = Instant.EPOCH;
  private final AtomicBoolean reading = new AtomicBoolean();

  ObservedRun(String name, Path path, RunWatch watch) {
    this.name = name;
    this.directory = new RunDirectory(path);
    this.watch = watch;
    this.index = new FreshIndex(directory);
    this.files = new RunFiles(directory);
    this.facts = new FileContent<>(directory.record());
    this.chapter = new FileContent<>(directory.manifest());
  }

  /// Its path below the directory of runs.
  public String name() {
    return name;
  }

  public Path path() {
    return directory.path();
  }

  /// The run as it stands, at most a second old.
  public RunView view() throws IOException {
    return look().view();
  }

  /// Where its time went, as of the same moment.
  public Profile profile() throws IOException {
    return Profile.of(look().totals());
  }

  private synchronized RunWatch.Look look() throws IOException {
    Instant now = watch.clock().instant();
    Duration age = Duration.between(viewed, now);
    RunWatch.Look known = look;
    if (known != null && !age.isNegative() && age.compareTo(LEAST_AGE) < 0) {
      return known;
    }
    List<Object> seenFiles = signature();
    boolean stands =
        known != null
            && seenFiles.equals(signature)
            && (!known.view().state().isAlive() || age.compareTo(MOST_AGE) < 0);
    if (known != null && stands) {
      return known;
    }
    RunWatch.Look seen = watch.look(files);
    look = seen;
    signature = seenFiles;
    viewed = now;
    return seen;
  }

  /// Everything about a unit.
  ///
  /// @throws NoSuchElementException if there is none; names the nearest
  public UnitHistory unit(String id, int logLines) throws IOException {
    try {
      OptionalInt known = index.isRead() ? index().find(id) : OptionalInt.empty();
      return known.isPresent()
          ? UnitHistory.read(directory, known.getAsInt(), logLines)
          : UnitHistory.read(directory, id, logLines);
    } catch (ConfigurationException e) {
      throw new NoSuchElementException(e.getMessage(), e);
    }
  }

  /// What `run.yaml` says.
  public RunFacts facts() throws IOException {
    return facts.get(() -> RunFacts.read(directory));
  }

  /// Whether what is known of all units can be told at once. If not, it is being read from now on.
  public boolean isIndexed() throws IOException {
    if (index.isRead() || view().counts().total() < MANY) {
      return true;
    }
    if (reading.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::readAhead);
    }
    return false;
  }

  private void readAhead() {
    try {
      index();
    } catch (IOException _) {
      // Whoever asks next is told.
    } finally {
      reading.set(false);
    }
  }

  /// Some of its units.
  public UnitPage units(UnitQuery query) throws IOException {
    UnitIndex.State state = index();
    UnitSearch.Found found = new UnitSearch(state, query).find();
    return new UnitPage(found.units(), found.matching(), state.size(), index.readAt());
  }

  /// How many units are in each state.
  public Map<UnitState, Integer> counts() throws IOException {
    return index().sums().counts();
  }

  /// How attempts ended behind which there were others.
  public Map<UnitState, Integer> repeated() throws IOException {
    return index().sums().repeated();
  }

  /// What each worker did, by name.
  public List<WorkerLine> workers() throws IOException {
    return index().sums().workers();
  }

  /// Who worked on what.
  ///
  /// @param from milliseconds of the epoch, 0 for the beginning
  /// @param to likewise, 0 for the end or now
  public TaskStream stream(long from, long to) throws IOException {
    UnitIndex.State state = index();
    RunView now = view();
    UnitSums.Extent extent = state.sums().extent();
    long millis = watch.clock().millis();
    return TaskStreams.of(
        state,
        new TaskStreams.Stretch(
            from > 0 ? from : extent.from(),
            to > 0 ? to : now.state().isAlive() ? millis : extent.to(),
            millis,
            now.running().stream()
                .collect(
                    Collectors.toMap(
                        RunView.UnitView::id, RunView.UnitView::worker, (one, _) -> one))),
        directory.journal());
  }

  /// How it went over time.
  public Curves curves() throws IOException {
    UnitIndex.State state = index();
    UnitSums.Extent extent = state.sums().extent();
    List<Curves.Rate> rates = new ArrayList<>();
    long length = extent.to() - extent.from();
    int parts = Math.clamp(length / 1000, 1, MOST_RATES);
    if (extent.from() > 0) {
      TaskStreams.ended(state, extent, parts)
          .forEach((time, counts) -> rates.add(new Curves.Rate(time, counts[0], counts[1])));
    }
    try (JournalScan journal = JournalScan.open(directory.journal())) {
      return new Curves(rates, (double) length / parts, samples.curves(journal));
    }
  }

  /// The tables that it has written; empty until it has settled.
  public List<TableFile> tables() throws IOException {
    return Files.isRegularFile(directory.manifest()) ? TableFile.below(directory.out()) : List.of();
  }

  /// What its workload shows of its tables, nothing until they are there. Read again once they have
  /// changed.
  ///
  /// @param workloads finds a workload by name, or throws if there is none
  public RunChapter chapter(Function<String, Workload> workloads) throws IOException {
    if (!Files.isRegularFile(directory.manifest())) {
      return new RunChapter(List.of(), "");
    }
    return chapter.get(() -> RunChapter.read(directory, workloads, 0));
  }

  /// A page of a table that it has written.
  ///
  /// @throws NoSuchElementException if the table has no column of that name
  public TableFile.Page page(TableFile table, TableQuery query) throws IOException {
    TableFile.Index index =
        pages.computeIfAbsent(table.name(), _ -> new FileContent<>(table.path())).get(table::index);
    return query.isPlain()
        ? table.page(index, query.page())
        : table.page(index, order(table, query).get(() -> table.order(index, query)), query.page());
  }

  /// The orders that were asked for last.
  private FileContent<TableOrder> order(TableFile table, TableQuery query) {
    List<Object> wanted = List.of(table.name(), query.whole());
    synchronized (orders) {
      FileContent<TableOrder> known = orders.remove(wanted);
      FileContent<TableOrder> order = known == null ? new FileContent<>(table.path()) : known;
      orders.putLast(wanted, order);
      if (orders.size() > MOST_ORDERS) {
        orders.pollFirstEntry();
      }
      return order;
    }
  }

  /// A file that it has written, by its path below `out/`; empty if there is none, or it lies
  /// elsewhere.
  public Optional<Path> output(String name) throws IOException {
    return file(directory.out(), name);
  }

  /// The report that it has written; empty if there is none.
  public Optional<Path> report() throws IOException {
    return file(directory.path(), "report.html");
  }

  private static Optional<Path> file(Path folder, String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    return file.startsWith(folder) && Files.isRegularFile(file) && file.toRealPath().equals(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private UnitIndex.State index() throws IOException {
    boolean isAlive = view().state().isAlive();
    return index.state(isAlive, signature(), watch.clock().instant());
  }

  /// What tells whether something has been written; the lock comes last.
  private List<Object> signature() throws IOException {
    List<Object> facts = new ArrayList<>();
    for (String file : List.of("run.db", "run.db-wal", "status.json", "run.yaml", "run.lock")) {
      Path path = directory.path().resolve(file);
      if (Files.exists(path)) {
        BasicFileAttributes one = Files.readAttributes(path, BasicFileAttributes.class);
        facts.add(one.lastModifiedTime().toMillis() + " " + one.size());
      } else {
        facts.add("");
      }
    }
    return facts;
  }
}
