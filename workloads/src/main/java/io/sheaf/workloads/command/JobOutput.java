package io.sheaf.workloads.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.UnitOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the command of a unit has written.
///
/// @param stdout text of its standard output, empty if it is not kept
/// @param stderr text of its standard error
public record JobOutput(String stdout, String stderr) {
  /// Of a unit that is done.
  ///
  /// @param out where the run's artefacts are
  /// @throws IOException if output that is kept as a file cannot be read
  public static JobOutput of(UnitOutput output, Path out) throws IOException {
    for (Row row : output.rows()) {
      if (row.table().equals(JobTables.JOBS.name())) {
        return new JobOutput(text(row, "stdout", out), text(row, "stderr", out));
      }
    }
    return new JobOutput("", "");
  }

  private static String text(Row row, String stream, Path out) throws IOException {
    Object text = cell(row, stream);
    Object file = cell(row, stream + "_file");
    if (file != null) {
      return new String(Files.readAllBytes(out.resolve(file.toString())), UTF_8);
    }
    return text == null ? "" : text.toString();
  }

  private static @Nullable Object cell(Row row, String column) {
    return row.cells().get(JobTables.JOBS.index(column));
  }
}
