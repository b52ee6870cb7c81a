package io.sheaf.bench;

import io.sheaf.arc.program.CanonicalForm;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.plan.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Question: would canonical forms be had sooner from the shared cache than by making them? A look
/// needs the digest of the program as it was written, finds bytes in SQLite, and reads a program
/// out of them.
///
/// Data: the programs of a file, one after the other; the cache holds the canonical form of each.
/// What is found must be what is made before timing.
///
/// Command: `bench/run jmh CanonicalForm`
///
/// Last result: see bench/RESULTS.md.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CanonicalFormBenchmark {
  /// A file of programs.
  @Param("bench/training.arc")
  public String programs = "";

  private List<Program> all = List.of();
  private Path directory = Path.of("");
  private SharedCache cache = new SharedCache(directory, 0);
  private int next;

  /// Reads the programs and fills the cache.
  ///
  /// @throws IOException if they cannot be read, or the cache not be written
  @Setup
  public void prepare() throws IOException {
    all = ProgramReader.read(Path.of(programs)).programs();
    directory = Files.createTempDirectory("canonical");
    cache = new SharedCache(directory.resolve("cache.db"), 1 << 26);
    for (Program program : all) {
      cache.put(key(program), CanonicalForm.of(program).text().getBytes(StandardCharsets.UTF_8), 0);
      if (!found(program).digest().equals(CanonicalForm.of(program).digest())) {
        throw new IllegalStateException(program.name() + ": found another than was made");
      }
    }
  }

  /// Deletes the cache.
  ///
  /// @throws IOException if it cannot be deleted
  @TearDown
  public void delete() throws IOException {
    cache.close();
    Site.delete(directory);
  }

  private static String key(Program program) {
    return Digest.of(List.of("inlining", program.text()));
  }

  private Program found(Program program) throws IOException {
    byte[] text = cache.find(key(program)).orElseThrow().value();
    return ProgramReader.parse("cache", new String(text, StandardCharsets.UTF_8))
        .programs()
        .getFirst();
  }

  private Program program() {
    next = (next + 1) % all.size();
    return all.get(next);
  }

  /// Makes a canonical form, with its digest.
  ///
  /// @return the digest
  @Benchmark
  public String make() {
    return CanonicalForm.of(program()).digest();
  }

  /// Looks it up.
  ///
  /// @return the program
  /// @throws IOException if the cache cannot be read
  @Benchmark
  public Program look() throws IOException {
    return found(program());
  }
}
