package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.journal.CorruptJournalException;
import io.sheaf.engine.merge.RefusedException;
import io.sheaf.engine.run.RunInUseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns every error into one line and an exit code.
final class Complaints implements IExecutionExceptionHandler, IParameterExceptionHandler {
  static final String DEBUG = "--debug";

  private final Console console;

  Complaints(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String what =
        e instanceof UnmatchedArgumentException unmatched && !command.getSubcommands().isEmpty()
            ? unknown(unmatched.getUnmatched().getFirst(), command)
            : withoutStop(e.getMessage()) + suggestion(e);
    console.say(what + "; see `" + command.getCommandSpec().qualifiedName() + " --help`");
    trace(e, List.of(args).contains(DEBUG));
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine commandLine, @Nullable ParseResult parsed) {
    Exception cause = e instanceof UncheckedIOException unchecked ? cause(unchecked) : e;
    console.flush();
    console.say(line(cause));
    trace(e, parsed != null && parsed.originalArgs().contains(DEBUG));
    return code(cause);
  }

  private static int code(Exception e) {
    return switch (e) {
      case RunInUseException _ -> ExitCode.IN_USE;
      case RefusedException _, CorruptJournalException _ -> ExitCode.REFUSED;
      case InterruptedIOException _ -> ExitCode.STOPPED;
      case ConfigurationException _, IOException _ -> ExitCode.USAGE;
      default -> ExitCode.UNITS_FAILED;
    };
  }

  /// What went wrong, for the user.
  static String line(Exception e) {
    return switch (e) {
      case NoSuchFileException missing ->
          missing.getFile()
              + ": "
              + Objects.requireNonNullElse(missing.getReason(), "no such file or directory");
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileSystemException other when other.getReason() != null ->
          other.getFile() + ": " + other.getReason();
      case ConfigurationException _, IOException _, RefusedException _ ->
          Objects.requireNonNullElse(e.getMessage(), e.toString());
      default -> "unexpected " + e + "; --debug shows where, please report it";
    };
  }

  private static String unknown(String word, CommandLine command) {
    return word.startsWith("-")
        ? "unknown option `" + word + "`"
        : "unknown command `" + word + "`" + Nearest.hint(word, command.getSubcommands().keySet());
  }

  static IOException cause(UncheckedIOException e) {
    return Objects.requireNonNull(e.getCause());
  }

  private static String suggestion(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    List<String> near = unmatched.getSuggestions();
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static String withoutStop(@Nullable String message) {
    String text = Objects.requireNonNullElse(message, "cannot be understood");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private void trace(Exception e, boolean wanted) {
    if (wanted) {
      e.printStackTrace(console.err());
      console.err().flush();
    }
  }
}
