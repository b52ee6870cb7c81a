package io.sheaf.cli;

import io.sheaf.engine.run.Environment;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A manual page in roff, from the model of a command.
final class ManPage {
  private static final String EXIT_CODES =
      """
      .SH EXIT STATUS
      .TP
      .B 0
      Complete and valid.
      .TP
      .B 1
      Some units failed.
      .TP
      .B 2
      Usage or configuration.
      .TP
      .B 3
      Stopped; can be resumed.
      .TP
      .B 4
      Merge or validation refused.
      .TP
      .B 5
      Run directory in use.
      .TP
      .B 130
      Ended by a second ^C.
      """;
  private static final String ENVIRONMENT =
      """
      .SH ENVIRONMENT
      .TP
      .B SHEAF_<KEY>
      Sets a configuration key; a dot in the key is written as two underscores.
      .TP
      .B SHEAF_JAVA_HOME
      The JDK to use.
      .TP
      .B SHEAF_OPTS
      Options for the Java virtual machine.
      .TP
      .B NO_COLOR
      No colours if it is not empty.
      """;

  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  static String of(CommandLine command) {
    ManPage man = new ManPage();
    man.write(command);
    return man.page.toString();
  }

  private void write(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String name = spec.qualifiedName("-");
    line(
        ".TH %s 1 \"\" \"Sheaf %s\"".formatted(name.toUpperCase(Locale.ROOT), Environment.VERSION));
    section("NAME");
    line(escaped(name) + " \\- " + escaped(summary(spec)));
    section("SYNOPSIS");
    line(escaped(command.getHelp().synopsis(0).replaceAll("\\s+", " ").strip()));
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
      spec.positionalParameters().forEach(this::parameter);
    }
    section("OPTIONS");
    spec.options().forEach(this::option);
    if (!command.getSubcommands().isEmpty()) {
      section("COMMANDS");
      command.getSubcommands().forEach((word, sub) -> item(word, summary(sub.getCommandSpec())));
    }
    if (spec.parent() != null && spec.usageMessage().footer().length > 0) {
      section("NOTES");
      for (String footer : spec.usageMessage().footer()) {
        line(escaped(plain(footer)));
        line(".PP");
      }
    }
    page.append(EXIT_CODES).append(ENVIRONMENT);
  }

  private void parameter(PositionalParamSpec parameter) {
    item(parameter.paramLabel(), String.join(" ", parameter.description()));
  }

  private void option(OptionSpec option) {
    String names = String.join(", ", option.names());
    String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    item(names + label, String.join(" ", option.description()));
  }

  private void item(String term, String text) {
    line(".TP");
    line(".B " + escaped(term));
    line(escaped(text));
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String summary(CommandSpec spec) {
    String[] lines =
        spec.parent() == null ? spec.usageMessage().header() : spec.usageMessage().description();
    String text = String.join(" ", lines);
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String plain(String text) {
    return Ansi.OFF.string(text.replace("%n", ""));
  }

  private static String escaped(String text) {
    return Arrays.stream(text.replace("\\", "\\e").replace("-", "\\-").split("\n", -1))
        .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
        .collect(Collectors.joining("\n"));
  }
}
