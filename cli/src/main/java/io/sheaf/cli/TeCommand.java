package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.info.series.Workers;
import io.sheaf.workloads.te.Answer;
import io.sheaf.workloads.te.Inquiry;
import io.sheaf.workloads.te.LocalValues;
import io.sheaf.workloads.te.Request;
import io.sheaf.workloads.te.SeriesTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sheaf te`.
@Command(
    footer = {
      "%nColumns are named as in the header line, or by number from 0; A,B is one variable of two"
          + " dimensions. Tables are separated by tabs, commas, semicolons or white space, plain or"
          + " .gz, or are Parquet. Each option but those of the output is a key of the workload te.",
      "%n  sheaf te data.csv --source heart --target breath --delays 1..10",
      "  sheaf te data.csv --all-pairs --estimator gaussian --json"
    })
final class TeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "A table.")
  private String file = "";

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

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Make a run in this directory, new or empty, which can be stopped, resumed, watched and"
              + " validated, as `sheaf run te` does; one worker a thread.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  private TeCommand(Console console) {
    this.console = console;
  }

  static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new TeCommand(console));
    TeOptions.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new ConfigurationException("--threads %d: expected at least 1".formatted(threads));
    }
    Settings settings =
        TeOptions.settings(file, Objects.requireNonNull(spec), console.environment());
    try {
      return out == null ? answer(settings) : run(settings, out);
    } catch (OutOfMemoryError e) {
      throw outOfMemory();
    } catch (CompletionException e) {
      throw e.getCause() instanceof OutOfMemoryError ? outOfMemory() : e;
    }
  }

  private static ConfigurationException outOfMemory() {
    return new ConfigurationException(
        "out of memory with a heap of %,d MiB; SHEAF_OPTS=-Xmx8g gives more, fewer --threads need less"
            .formatted(Runtime.getRuntime().maxMemory() >> 20));
  }

  private int answer(Settings settings) throws IOException {
    Request request = Request.of(settings);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Inquiry inquiry = new Inquiry(request.question(), new Workers(pool, threads));
      Map<String, SeriesTable> groups = request.groups();
      int asked = groups.size() * request.roles().size();
      List<Answer> answers = new ArrayList<>();
      groups.forEach(
          (group, rows) ->
              request
                  .roles()
                  .forEach(
                      one ->
                          answer(() -> inquiry.answer(rows, one, group), asked)
                              .ifPresent(answers::add)));
      if (answers.isEmpty()) {
        return ExitCode.UNITS_FAILED;
      }
      List<Answer> all = Inquiry.adjusted(answers);
      print(all, asked);
      if (asked > 1) {
        adjacency(all, settings.flag("all_pairs") && groups.size() == 1);
      } else {
        write(inquiry, all.getFirst(), groups.values().iterator().next());
      }
      return answers.size() < asked ? ExitCode.UNITS_FAILED : ExitCode.COMPLETE;
    }
  }

  /// An answer, if there is one. Of several, one that fails is told and leaves the others.
  private Optional<Answer> answer(Supplier<Answer> one, int asked) {
    try {
      return Optional.of(one.get());
    } catch (ConfigurationException e) {
      if (asked == 1) {
        throw e;
      }
      console.say(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private int run(Settings settings, Path out) throws IOException {
    if (local != null || plot != null || json) {
      throw new ConfigurationException("--out: not with --local, --plot or --json");
    }
    Workload workload = console.catalogue().workload("te");
    Choice choice = new Choice("te", Optional.empty(), new Definition("te", workload, settings));
    Launch launch = new Launch(choice, Shard.WHOLE, Optional.empty(), false);
    return new RunSession(
            console, launch, new RunOptions(Shard.WHOLE, threads, 2), RunDirectory.fresh(out))
        .run(Display.of(Display.Kind.AUTO, console), List.of(), Set.of());
  }

  private void print(List<Answer> all, int asked) {
    all.stream()
        .flatMap(one -> one.warnings().stream())
        .distinct()
        .forEach(warning -> console.say("warning: " + warning));
    if (json) {
      Object value = asked == 1 ? all.getFirst().facts() : all.stream().map(Answer::facts).toList();
      console.out().println(Json.value(value));
    } else if (asked == 1) {
      TeReport.print(all.getFirst(), console.out());
    } else {
      TeReport.print(all, console.out());
    }
  }

  private void adjacency(List<Answer> all, boolean isPairs) throws IOException {
    if (local != null || (plot != null && !isPairs)) {
      throw new ConfigurationException(
          "--local and --plot: for one result, or --plot for --all-pairs");
    }
    if (plot != null) {
      new TePlot(Picture.of(plot)).adjacency(all);
    }
  }

  private void write(Inquiry inquiry, Answer answer, SeriesTable rows) throws IOException {
    if (plot != null && !answer.delays().isEmpty()) {
      new TePlot(Picture.of(plot)).delays(answer);
    }
    boolean isSeries = plot != null && answer.delays().isEmpty();
    if (local == null && !isSeries) {
      return;
    }
    LocalValues values = inquiry.local(rows, answer.roles(), answer.delay());
    if (local != null) {
      writeLocal(values, local);
    }
    if (plot != null && isSeries) {
      new TePlot(Picture.of(plot)).series(answer, rows, values);
    }
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
