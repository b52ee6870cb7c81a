package io.sheaf.cli;

import io.sheaf.engine.config.Key;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.plan.Workload;
import io.sheaf.workloads.Preset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf workloads`.
@Command
final class WorkloadsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Show the configuration keys of this one.")
  private @Nullable String name;

  @Option(names = "--json", description = "As JSON, keys included.")
  private boolean json;

  WorkloadsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Workload> shown =
        name == null
            ? console.catalogue().workloads()
            : List.of(console.catalogue().workload(name));
    if (json) {
      console.out().println(Json.value(shown.stream().map(this::facts).toList()));
    } else if (name == null) {
      list(shown);
    } else {
      keys(shown.getFirst());
    }
    return ExitCode.COMPLETE;
  }

  private void list(List<Workload> workloads) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("WORKLOAD", "VERSION", "WHAT IT DOES"));
    workloads.forEach(one -> rows.add(List.of(one.name(), one.version(), one.summary())));
    Columns.print(rows, console.out());
  }

  private void keys(Workload workload) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("KEY", "TAKES", "DEFAULT", "WHAT IT IS"));
    for (Key key : workload.keys()) {
      if (key.role() != Key.Role.UNUSED) {
        rows.add(
            List.of(
                key.name(),
                key.type().expected(),
                key.preset() == null ? "-" : Values.text(key.preset()),
                key.help()));
      }
    }
    Columns.print(rows, console.out());
  }

  private List<String> presets(Workload workload) {
    return console.catalogue().presets().stream()
        .filter(preset -> preset.workload().name().equals(workload.name()))
        .map(Preset::name)
        .toList();
  }

  private Map<String, Object> facts(Workload workload) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", workload.name());
    facts.put("version", workload.version());
    facts.put("summary", workload.summary());
    facts.put("presets", presets(workload));
    facts.put("keys", workload.keys().stream().map(WorkloadsCommand::facts).toList());
    return facts;
  }

  private static Map<String, @Nullable Object> facts(Key key) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("name", key.name());
    facts.put("takes", key.type().expected());
    facts.put("default", key.preset());
    facts.put("role", key.role().name().toLowerCase(Locale.ROOT));
    facts.put("help", key.help());
    return facts;
  }
}
