package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sheaf cohort synth`.
@Command(
    name = "synth",
    description = "Writes a synthetic cohort in the layout of ExtraSensory, with its truth.",
    footer = {
      "%nUsers are in turn: activity drives sitting, sitting drives activity, neither, and neither"
          + " but both follow the time of day. truth.csv says which is which."
    })
final class SynthCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "60",
      description = "Users; default: 60.")
  private int users;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "2287",
      description = "Rows of each user; default: 2287.")
  private int rows;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private long seed;

  @Option(
      names = "--columns",
      paramLabel = "SET",
      defaultValue = "minimal",
      description = "minimal (8 columns) or full (all 278); default: minimal.")
  private Columns columns = Columns.MINIMAL;

  @Option(names = "--gz", description = "Compress the user files.")
  private boolean gzip;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The directory to write, new or empty.")
  private Path out = Path.of("");

  /// The words for the sets of columns.
  private enum Columns {
    MINIMAL,
    FULL;

    ColumnSet set() {
      return this == MINIMAL ? ColumnSet.MINIMAL : ColumnSet.FULL;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  SynthCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
      SyntheticCohort.write(
          new SyntheticCohort.Options(users, rows, seed, columns.set(), gzip), out);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("cohort synth: " + e.getMessage());
    }
    console.out().printf("%d users of %d rows in %s%n", users, rows, out);
    console.say("next: sheaf run k6_sound --set data_root=" + ShellWord.quoted(out));
    return ExitCode.COMPLETE;
  }
}
