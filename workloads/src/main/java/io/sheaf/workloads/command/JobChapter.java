package io.sheaf.workloads.command;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Series;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.chapter.Values;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What reports show of commands: exit codes, how long they took, how much they wrote.
final class JobChapter {
  private static final String NO_CODE = "none";

  private final Map<String, Double> codes = new TreeMap<>();
  private final Values seconds = new Values();
  private long stdoutBytes;
  private long stderrBytes;
  private long outputs;
  private long outputBytes;

  private JobChapter() {}

  static List<Section> of(ResultTables tables) throws IOException {
    JobChapter chapter = new JobChapter();
    tables.each(JobTables.JOBS.name(), chapter::job);
    tables.each(JobTables.OUTPUTS.name(), chapter::output);
    tables.seconds((_, seconds) -> chapter.seconds.add("", seconds));
    return chapter.codes.isEmpty() ? List.of() : List.of(chapter.section());
  }

  private void job(Row row) {
    Object code = row.cells().get(JobTables.JOBS.index("exit_code"));
    codes.merge(code == null ? NO_CODE : code.toString(), 1.0, Double::sum);
    stdoutBytes += bytes(row, "stdout_bytes");
    stderrBytes += bytes(row, "stderr_bytes");
  }

  private static long bytes(Row row, String column) {
    double bytes = row.number(JobTables.JOBS.index(column));
    return Double.isNaN(bytes) ? 0 : (long) bytes;
  }

  private void output(Row row) {
    outputs++;
    outputBytes += (long) row.number(JobTables.OUTPUTS.index("bytes"));
  }

  private Section section() {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure.Bars(
            new Caption(
                "Exit codes",
                "of the last attempt; above 128 the number of a signal and 128; none: it did not end by"
                    + " itself"),
            "commands",
            List.copyOf(codes.keySet()),
            List.of(new Series("", List.copyOf(codes.values())))));
    if (seconds.count() > 0) {
      figures.add(
          seconds.histogram(
              new Caption(
                  "How long commands took that succeeded",
                  "%,d commands".formatted(seconds.count())),
              "elapsed, s"));
    }
    figures.add(
        new Figure.Listing(
            Caption.of("What they wrote"),
            List.of("to", "files", "bytes"),
            List.of(
                List.of("standard output", "", stdoutBytes),
                List.of("standard error", "", stderrBytes),
                List.of("declared outputs", outputs, outputBytes))));
    return new Section("Commands", figures);
  }
}
