package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.Json;
import io.sheaf.info.series.Workers;
import io.sheaf.workloads.te.Answer;
import io.sheaf.workloads.te.Inquiry;
import io.sheaf.workloads.te.LocalValues;
import io.sheaf.workloads.te.Question;
import io.sheaf.workloads.te.SeriesTable;
import io.sheaf.workloads.te.TableReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf te`.
@Command(
    footer = {
      "%nColumns are named as in the header line, or by number from 0; A,B is one variable of two"
          + " dimensions. Tables are separated by tabs, commas, semicolons or white space, plain or"
          + " .gz.",
      "%n  sheaf te data.csv --source heart --target breath --delays 1..10 --surrogates 1000",
      "  sheaf te data.csv --all-pairs --estimator gaussian --json"
    })
final class TeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A table.")
  private @Nullable Path file;

  @Option(names = "--source", paramLabel = "COLUMNS", description = "What may inform.")
  private @Nullable String source;

  @Option(names = "--target", paramLabel = "COLUMNS", description = "What may be informed.")
  private @Nullable String target;

  @Option(
      names = "--condition",
      paramLabel = "COLUMNS",
      description = "What else is known: at the row before the target, for cmi at its row.")
  private @Nullable String condition;

  @Option(
      names = "--columns",
      paramLabel = "COLUMNS",
      description = "The columns of --all-pairs and multi-info; default: all.")
  private @Nullable String columns;

  @Option(names = "--all-pairs", description = "Every column to every other one, with q.")
  private boolean allPairs;

  @Option(
      names = "--group-by",
      paramLabel = "COLUMN",
      description = "Answer for each value of this column by itself, with q.")
  private @Nullable String groupBy;

  @Mixin private final TeOptions options = new TeOptions();

  @Option(
      names = "--local",
      paramLabel = "FILE",
      description = "Write the local values, by row, as CSV.")
  private @Nullable Path local;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Draw, as .svg or .png: value against delay with the band of surrogates, or the series"
              + " with local values beneath, or for --all-pairs the adjacency.")
  private @Nullable Path plot;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; results do not depend on it. Default: one a core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "As JSON: an object, or a list where there are several.")
  private boolean json;

  TeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path table =
        file != null
            ? file
            : options
                .swallowed()
                .map(Path::of)
                .orElseThrow(() -> new ConfigurationException("te: expected a table"));
    Question question = options.question(condition != null);
    TableReader reader = new TableReader(table);
    List<Question.Roles> roles = roles(question, reader);
    if (threads < 1) {
      throw new ConfigurationException("--threads %d: expected at least 1".formatted(threads));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Inquiry inquiry = new Inquiry(question, new Workers(pool, threads));
      Map<String, SeriesTable> groups = reader.read(names(roles), Optional.ofNullable(groupBy));
      List<Answer> answers = new ArrayList<>();
      groups.forEach(
          (group, rows) -> roles.forEach(one -> answers.add(inquiry.answer(rows, one, group))));
      List<Answer> all = Inquiry.adjusted(answers);
      print(all);
      write(inquiry, all, groups);
    }
    return ExitCode.COMPLETE;
  }

  private List<Question.Roles> roles(Question question, TableReader reader) throws IOException {
    List<String> given = list(condition);
    boolean many = question.measure() == Question.Measure.MULTI_INFO;
    if (allPairs || (many && source == null)) {
      List<String> all = columns == null ? candidates(reader, given) : list(columns);
      return many
          ? List.of(new Question.Roles(all, all, List.of()))
          : all.stream()
              .flatMap(
                  from ->
                      all.stream()
                          .filter(to -> !to.equals(from))
                          .map(to -> new Question.Roles(List.of(from), List.of(to), given)))
              .toList();
    }
    boolean alone = question.measure() == Question.Measure.AIS;
    if (many) {
      return List.of(new Question.Roles(list(source), list(source), List.of()));
    }
    if (target == null && !(alone && source != null)) {
      throw new ConfigurationException("te: expected --target, or --all-pairs");
    }
    if (source == null && !alone) {
      throw new ConfigurationException("te: expected --source, or --all-pairs");
    }
    boolean conditional =
        question.measure() == Question.Measure.CTE || question.measure() == Question.Measure.CMI;
    if (conditional && given.isEmpty()) {
      throw new ConfigurationException("te: expected --condition with this measure");
    }
    List<String> to = target == null ? list(source) : list(target);
    return List.of(new Question.Roles(alone ? to : list(source), to, given));
  }

  private List<String> candidates(TableReader reader, List<String> given) throws IOException {
    return reader.names().stream()
        .filter(name -> !name.equals(groupBy) && !given.contains(name))
        .toList();
  }

  private static List<String> list(@Nullable String columns) {
    return columns == null
        ? List.of()
        : Arrays.stream(columns.split(",", -1)).map(String::strip).toList();
  }

  private static List<String> names(List<Question.Roles> roles) {
    return roles.stream()
        .flatMap(one -> Stream.of(one.source(), one.target(), one.condition()))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private void print(List<Answer> all) {
    all.stream()
        .flatMap(one -> one.warnings().stream())
        .distinct()
        .forEach(warning -> console.say("warning: " + warning));
    if (json) {
      Object value =
          all.size() == 1 ? all.getFirst().facts() : all.stream().map(Answer::facts).toList();
      console.out().println(Json.value(value));
    } else if (all.size() == 1) {
      TeReport.print(all.getFirst(), console.out());
    } else {
      TeReport.print(all, console.out());
    }
  }

  private void write(Inquiry inquiry, List<Answer> all, Map<String, SeriesTable> groups)
      throws IOException {
    if (local == null && plot == null) {
      return;
    }
    Answer first = all.getFirst();
    if (all.size() > 1) {
      if (local != null || !allPairs || groups.size() > 1) {
        throw new ConfigurationException(
            "--local and --plot: for one result, or --plot for --all-pairs");
      }
      new TePlot(Picture.of(file(plot))).adjacency(all);
      return;
    }
    SeriesTable rows = groups.values().iterator().next();
    LocalValues values =
        inquiry.local(
            rows,
            first.roles(),
            Math.max(
                first.delay(),
                first.delays().isEmpty() ? inquiry.question().histories().delays().getFirst() : 0));
    if (local != null) {
      writeLocal(values, local);
    }
    if (plot != null && !first.delays().isEmpty()) {
      new TePlot(Picture.of(plot)).delays(first);
    } else if (plot != null) {
      new TePlot(Picture.of(plot)).series(first, rows, values);
    }
  }

  private static Path file(@Nullable Path path) {
    return Objects.requireNonNull(path);
  }

  private static void writeLocal(LocalValues values, Path to) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(to)) {
      writer.write("row,local_nats\n");
      for (int i = 0; i < values.size(); i++) {
        writer.write(String.format(Locale.ROOT, "%d,%s%n", values.row(i), values.nats(i)));
      }
    }
  }
}
