package io.sheaf.cli;

import io.sheaf.engine.run.Environment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// The command itself: what all subcommands share.
public final class Sheaf {
  private static final String[] FOOTER = {
    "First steps:",
    "  sheaf doctor                     is this machine ready?",
    "  sheaf presets                    what is there to run?",
    "  sheaf run PRESET --dry-run       what would it do?",
    "  sheaf help COMMAND               more about a command",
    "",
    "Exit codes: 0 complete and valid, 1 some units failed, 2 usage or configuration,",
    "3 stopped and resumable, 4 merge or validation refused, 5 run directory in use,",
    "130 ended by a second ^C."
  };

  /// For commands to which `--` is an option of its own.
  private static final String NO_DELIMITER = "\0";

  private Sheaf() {}

  public static void main(String[] args) {
    Console console = Console.ofProcess(new BuiltIn());
    int code = execute(console, args);
    console.flush();
    if (code != ExitCode.COMPLETE) {
      System.exit(code);
    }
  }

  /// Runs one command line.
  ///
  /// @return the exit code
  static int execute(Console console, String... args) {
    String[] words = words(args);
    return commandLine(console, words).execute(words);
  }

  /// Reads a command line without running it.
  ///
  /// @throws CommandLine.ParameterException if it is not understood
  static void parse(Console console, String... args) {
    String[] words = words(args);
    commandLine(console, words).parseArgs(words);
  }

  private static String[] words(String... args) {
    return Verb.wanted(args).includes(Verb.RUN) ? commandMarked(args) : args;
  }

  /// The same words, with the first `--` as the option that it stands for.
  private static String[] commandMarked(String... args) {
    String[] words = args.clone();
    int at = Arrays.asList(words).indexOf("--");
    if (at >= 0) {
      words[at] = Subject.COMMAND_FOLLOWS;
    }
    return words;
  }

  /// The model of all commands; only those that the arguments name are complete, the others are
  /// there to be listed.
  static CommandLine commandLine(Console console, String... args) {
    Verb.Wanted wanted = Verb.wanted(args);
    CommandSpec root = root();
    for (Verb verb : Verb.values()) {
      CommandSpec spec =
          wanted.includes(verb)
              ? CommandSpec.forAnnotatedObject(verb.command(console), new Parts(console))
              : CommandSpec.create();
      spec.usageMessage().description(verb.summary());
      root.addSubcommand(verb.word(), spec);
    }
    Complaints complaints = new Complaints(console);
    CommandLine commands = new CommandLine(root).setExpandAtFiles(false);
    for (Verb verb : List.of(Verb.RUN, Verb.CONFIG)) {
      Verb.commandOrRoot(commands, verb.word()).setEndOfOptionsDelimiter(NO_DELIMITER);
    }
    return commands
        .registerConverter(Path.class, new PathReader())
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(console.colours())
        .setUsageHelpWidth(console.helpWidth())
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Sheaf::run);
  }

  private static CommandSpec root() {
    CommandSpec root = CommandSpec.create().name("sheaf").version("sheaf " + Environment.VERSION);
    root.addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version.")
                .build())
        .addOption(
            OptionSpec.builder(Complaints.DEBUG)
                .scopeType(ScopeType.INHERIT)
                .description("Show the stack trace of an error.")
                .build());
    root.usageMessage()
        .header(
            "Runs many independent units of heavy work and binds them into one verified result.")
        .synopsisSubcommandLabel("COMMAND")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .footerHeading("%n")
        .footer(FOOTER);
    return root;
  }

  private static int run(CommandLine.ParseResult parsed) {
    if (!parsed.hasSubcommand()
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()) {
      CommandLine root = parsed.commandSpec().commandLine();
      root.usage(root.getErr());
      return ExitCode.USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}
