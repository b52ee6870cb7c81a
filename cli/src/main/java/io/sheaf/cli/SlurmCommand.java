package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf slurm`.
@Command(
    footer = {
      "%nWrites array.sh, whose task I runs shard I of N, and merge.sh, which binds and validates"
          + " what they made; prints the commands that submit them. A task that is requeued, or"
          + " reaches its time limit, goes on where it was.",
      "%nWhat else a cluster wants to know it takes from the environment: SBATCH_PARTITION,"
          + " SBATCH_TIMELIMIT, SBATCH_ACCOUNT and so on."
    })
final class SlurmCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final Subject subject = new Subject();

  @Option(names = "--shards", paramLabel = "N", required = true, description = "Array tasks.")
  private int shards;

  @Option(
      names = {"-j", "--workers"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Units at the same time in each task, and cores it asks for; default: 1.")
  private int workers = 1;

  @Mixin private final Bounds bounds = new Bounds();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where everything goes, new or empty, on a file system that all nodes share.")
  private @Nullable Path out;

  @Option(names = "--submit", description = "Submit both jobs; print their numbers.")
  private boolean submit;

  SlurmCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (shards < 1 || workers < 1) {
      throw new ConfigurationException("--shards and --workers: expected 1 or more");
    }
    bounds.check();
    Launch launch = Launch.prepare(subject, null, null, console);
    String name = launch.choice().definition().name();
    String heap = bounds.heapOf(launch.choice());
    SlurmScripts scripts =
        new SlurmScripts(
            name,
            directory(name),
            shards,
            workers,
            heap,
            subject.arguments(),
            bounds.arguments(heap));
    Path array = write(scripts.directory().resolve("array.sh"), scripts.array());
    Path merge = write(scripts.directory().resolve("merge.sh"), scripts.merge());
    console.say("read %s and %s before you trust them".formatted(array, merge));
    if (submit) {
      String job = submitted("sbatch", "--parsable", array.toString());
      String after = "--dependency=afterok:" + job;
      console.out().println(job);
      console.out().println(submitted("sbatch", "--parsable", after, merge.toString()));
    } else {
      console.out().printf("job=$(sbatch --parsable %s)%n", ShellWord.quoted(array.toString()));
      console
          .out()
          .printf("sbatch --dependency=afterok:$job %s%n", ShellWord.quoted(merge.toString()));
    }
    return ExitCode.COMPLETE;
  }

  private Path directory(String name) throws IOException {
    Path directory =
        out == null
            ? RunDirectory.unique(Path.of("runs"), name, Shard.WHOLE).path()
            : RunDirectory.fresh(out).path();
    Path absolute = directory.toAbsolutePath();
    Files.createDirectories(absolute.resolve("logs"));
    return absolute;
  }

  private static Path write(Path script, String text) throws IOException {
    Files.writeString(script, text);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
    return script;
  }

  /// What `sbatch` says: the number of the job.
  private static String submitted(String... command) throws IOException {
    Process sbatch =
        new ProcessBuilder(List.of(command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    sbatch.getOutputStream().close();
    String said = new String(sbatch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (sbatch.waitFor() != 0) {
        throw new IOException("sbatch refused " + command[command.length - 1]);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while submitting");
    }
    return said.strip().replaceFirst(";.*", "");
  }
}
