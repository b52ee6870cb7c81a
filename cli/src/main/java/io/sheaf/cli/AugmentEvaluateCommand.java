package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import io.sheaf.workloads.augment.AugmentEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf augment evaluate`.
@Command(
    name = "evaluate",
    description = "Whether the variants of a run help a naive Bayes classifier of its labels.",
    footer =
        "%nTrains on fractions of the evidence with and without their variants, tests on a fifth of"
            + " the posts. Means over repetitions with 95 %% confidence intervals. Repetitions"
            + " share rows, so the intervals are somewhat too narrow.")
final class AugmentEvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Run directory, whole or merged.")
  private Path path = Path.of("");

  @Option(
      names = "--fractions",
      paramLabel = "F",
      split = ",",
      defaultValue = "0.05,0.1,0.25,0.5,1",
      description = "Shares of the rows for training; default: ${DEFAULT-VALUE}.")
  private List<Double> fractions = List.of();

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "10",
      description = "Splits, at least 2; default: 10.")
  private int repetitions;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Also as a picture, .svg or .png, with the intervals.")
  private @Nullable Path plot;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  AugmentEvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (repetitions < 2 || fractions.stream().anyMatch(one -> !(one > 0 && one <= 1))) {
      throw new ConfigurationException(
          "--repetitions %d, --fractions %s: expected at least 2, and shares in (0, 1]"
              .formatted(repetitions, fractions));
    }
    Picture picture = plot == null ? null : Picture.of(plot);
    RunDirectory directory = RunDirectory.existing(path);
    RunRecord record = RunRecord.of("augment", directory);
    Workload workload = console.catalogue().workload(record.workload());
    List<AugmentEvaluation.Line> lines =
        AugmentEvaluation.lines(
            record.settings(workload.keys(), directory.record()),
            directory.out(),
            fractions,
            repetitions);
    if (json) {
      console.out().println(Json.value(lines.stream().map(this::facts).toList()));
    } else {
      print(lines);
    }
    if (picture != null) {
      EvaluationPlot.save(picture, lines, repetitions);
    }
    return ExitCode.COMPLETE;
  }

  private Map<String, Object> facts(AugmentEvaluation.Line line) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("fraction", line.fraction());
    facts.put("repetitions", repetitions);
    facts.put("rows", line.rows());
    facts.put("variants", line.variants());
    facts.put("accuracy", facts(line.accuracy()));
    facts.put("accuracy_with_variants", facts(line.accuracyWith()));
    facts.put("gain", facts(line.gain()));
    facts.put("f1", facts(line.f1()));
    facts.put("f1_with_variants", facts(line.f1With()));
    return facts;
  }

  private static Map<String, Object> facts(AugmentEvaluation.Mean mean) {
    return Map.of("mean", mean.value(), "half_width_95", mean.halfWidth());
  }

  private void print(List<AugmentEvaluation.Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "share",
            "rows",
            "variants",
            "accuracy",
            "with variants",
            "gain",
            "F1",
            "with variants"));
    for (AugmentEvaluation.Line line : lines) {
      rows.add(
          List.of(
              "%.2f".formatted(line.fraction()),
              "%.0f".formatted(line.rows()),
              "%.0f".formatted(line.variants()),
              words(line.accuracy()),
              words(line.accuracyWith()),
              words(line.gain()),
              words(line.f1()),
              words(line.f1With())));
    }
    Columns.print(rows, console.out());
    console.out().printf("n = %d repetitions; mean ± half of the 95 %% interval%n", repetitions);
  }

  private static String words(AugmentEvaluation.Mean mean) {
    return "%.3f ± %.3f".formatted(mean.value(), mean.halfWidth());
  }
}
