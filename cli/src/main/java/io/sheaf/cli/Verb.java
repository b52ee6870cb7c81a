package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The subcommands, in the order in which help lists them.
///
/// A new one is a constant here, a case in [#command] and a class.
enum Verb {
  DEMO("Shows the main job end to end, on data it makes itself."),
  RUN("Runs a preset or a file, or goes on with a run that was stopped."),
  LAUNCH("Runs a preset on many worker processes, then validates."),
  RESULTS("Shows the finished units of a run, also of one that is still going."),
  WATCH("Shows how runs are going, also those of other processes."),
  PROFILE("Shows where the time of a run went."),
  EXPLAIN("Tells everything about one unit: attempts, reasons, inputs, log."),
  STOP("Stops runs of other processes, so that they can be resumed."),
  RETRY("Runs failed units again, or those that are named."),
  QUARANTINE("Sets units of a stopped run aside as failed, so that it can end without them."),
  SERVE("Shows runs in a browser, as they go."),
  MERGE("Binds the runs of all shards into one, after proving that nothing is missing."),
  VALIDATE("Checks finished runs: files, units, tables."),
  REPORT("Writes the report of a run: a page, the same for programs, its provenance."),
  PRESETS("Lists the built-in configurations, or prints one."),
  WORKLOADS("Lists the kinds of work there are."),
  CONFIG("Prints a configuration as it would run, and where each value comes from."),
  TE("Tells how much one column of a table informs another, and whether it could be chance."),
  COHORT("Makes synthetic cohorts."),
  CACHE("Shows or empties the cache of computed values."),
  ARC("Runs programs on ARC tasks, and shows both."),
  AUGMENT("Lists methods of text augmentation, and verifies its runs."),
  CLUSTER("Starts, shows or ends a Spark on this machine, to run on."),
  SLURM("Writes an array job for Slurm, one task a shard, and submits it."),
  DOCTOR("Checks whether this machine is ready."),
  COMPLETION("Prints a completion script for bash, zsh or fish."),
  MAN("Prints a manual page."),
  HELP("Shows help for a command.");

  private final String summary;

  Verb(String summary) {
    this.summary = summary;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String summary() {
    return summary;
  }

  /// The command, ready to be filled by the parser.
  Object command(Console console) {
    return switch (this) {
      case DEMO -> new DemoCommand(console);
      case RUN -> new RunCommand(console);
      case LAUNCH -> new LaunchCommand(console);
      case RESULTS -> new ResultsCommand(console);
      case WATCH -> new WatchCommand(console);
      case PROFILE -> new ProfileCommand(console);
      case EXPLAIN -> new ExplainCommand(console);
      case STOP -> new StopCommand(console);
      case RETRY -> new RetryCommand(console);
      case QUARANTINE -> new QuarantineCommand(console);
      case SERVE -> new ServeCommand(console);
      case MERGE -> new MergeCommand(console);
      case VALIDATE -> new ValidateCommand(console);
      case REPORT -> new ReportCommand(console);
      case PRESETS -> new PresetsCommand(console);
      case WORKLOADS -> new WorkloadsCommand(console);
      case CONFIG -> new ConfigCommand(console);
      case TE -> TeCommand.spec(console);
      case COHORT -> CohortCommand.spec(console);
      case CACHE -> new CacheCommand(console);
      case ARC -> ArcCommand.spec(console);
      case AUGMENT -> AugmentCommand.spec(console);
      case CLUSTER -> ClusterCommand.spec(console);
      case SLURM -> new SlurmCommand(console);
      case DOCTOR -> new DoctorCommand(console);
      case COMPLETION -> new CompletionCommand(console);
      case MAN -> new ManCommand(console);
      case HELP -> new HelpCommand(console);
    };
  }

  /// Which commands a command line can come to need.
  ///
  /// @param word the first argument that is no option, empty if there is none
  record Wanted(String word) {
    boolean includes(Verb verb) {
      return verb.word().equals(word) || needsAll();
    }

    private boolean needsAll() {
      return word.equals("help") || word.equals("man") || word.equals("completion");
    }
  }

  /// The subcommand of that name, or the root where no name is given.
  static CommandLine commandOrRoot(CommandLine root, @Nullable String name) {
    if (name == null) {
      return root;
    }
    CommandLine command = root.getSubcommands().get(name);
    if (command == null) {
      throw new ConfigurationException(
          "unknown command `%s`%s"
              .formatted(name, Nearest.hint(name, root.getSubcommands().keySet())));
    }
    return command;
  }

  static Wanted wanted(String... args) {
    for (String arg : args) {
      if (!arg.startsWith("-")) {
        return new Wanted(arg);
      }
    }
    return new Wanted("");
  }
}
