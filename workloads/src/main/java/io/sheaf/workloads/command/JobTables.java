package io.sheaf.workloads.command;

import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Table.Column;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of a `command` run.
final class JobTables {
  static final Table JOBS =
      new Table(
          "jobs",
          List.of(
              column("unit", Table.Type.TEXT),
              column("exit_code", Table.Type.WHOLE),
              column("stdout", Table.Type.TEXT),
              column("stdout_bytes", Table.Type.WHOLE),
              column("stdout_file", Table.Type.TEXT),
              column("stderr", Table.Type.TEXT),
              column("stderr_bytes", Table.Type.WHOLE),
              column("stderr_file", Table.Type.TEXT),
              column("error", Table.Type.TEXT)),
          List.of("unit"),
          Table.Presence.ALWAYS);
  static final Table OUTPUTS =
      new Table(
          "outputs",
          List.of(
              column("unit", Table.Type.TEXT),
              column("path", Table.Type.TEXT),
              column("bytes", Table.Type.WHOLE),
              column("sha256", Table.Type.TEXT)),
          List.of("unit", "path"),
          Table.Presence.IF_ANY);
  private static final Pattern CODE = Pattern.compile("^exit code (\\d+)");

  private JobTables() {}

  private static Column column(String name, Table.Type type) {
    return new Column(name, type, false);
  }

  /// What is wrong with a file that stands in the table of outputs.
  static Optional<String> problem(Row output) {
    String path = output.text(OUTPUTS.index("path"));
    try {
      return Digest.of(Path.of(path)).equals(output.text(OUTPUTS.index("sha256")))
          ? Optional.empty()
          : Optional.of(path + " is not what its command made");
    } catch (NoSuchFileException _) {
      return Optional.of(
          path + (Path.of(path).isAbsolute() ? " is gone" : " is not there, seen from here"));
    } catch (IOException e) {
      return Optional.of(path + " cannot be read: " + e.getMessage());
    }
  }

  static Row done(String unit, int exitCode, Captured stdout, Captured stderr) {
    return new Row(
        JOBS.name(),
        Arrays.asList(
            unit,
            exitCode,
            stdout.text(),
            stdout.bytes(),
            stdout.file(),
            stderr.text(),
            stderr.bytes(),
            stderr.file(),
            null));
  }

  static Row failed(String unit, String error) {
    Matcher matcher = CODE.matcher(error);
    Long code = matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    return new Row(
        JOBS.name(), Arrays.asList(unit, code, null, null, null, null, null, null, error));
  }

  /// What begins the error of a command that ended with this code, so that the code is found again.
  static String codeText(int code) {
    return "exit code " + code;
  }
}
