package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import io.sheaf.workloads.Preset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf presets`.
@Command
final class PresetsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = Parts.PresetNames.class,
      description = "Print this one as a file that `sheaf run` takes.")
  private @Nullable String name;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  PresetsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (name == null) {
      list(console.catalogue().presets());
    } else {
      Preset preset = console.catalogue().preset(name);
      console
          .out()
          .print(
              json
                  ? Json.value(facts(preset, true)) + System.lineSeparator()
                  : "workload: " + preset.workload().name() + "\n" + preset.yaml());
    }
    return ExitCode.COMPLETE;
  }

  private void list(List<Preset> presets) {
    if (json) {
      console.out().println(Json.value(presets.stream().map(one -> facts(one, false)).toList()));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PRESET", "WORKLOAD", "WHAT IT IS"));
    presets.forEach(one -> rows.add(List.of(one.name(), one.workload().name(), one.summary())));
    Columns.print(rows, console.out());
  }

  private static Map<String, Object> facts(Preset preset, boolean whole) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", preset.name());
    facts.put("workload", preset.workload().name());
    facts.put("summary", preset.summary());
    if (whole) {
      facts.put("yaml", preset.yaml());
    }
    return facts;
  }
}
