package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sheaf doctor`.
@Command
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where runs are to be kept; default: runs.")
  private Path runs = Path.of("runs");

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(MachineCheck.findings());
    findings.addAll(new DiskCheck(runs.toAbsolutePath()).findings());
    findings.add(terminal());
    boolean ready = findings.stream().noneMatch(one -> one.state() == Finding.State.MISSING);
    if (json) {
      console.out().println(Json.value(facts(findings, ready)));
    } else {
      print(findings, ready);
    }
    return ready ? ExitCode.COMPLETE : ExitCode.UNITS_FAILED;
  }

  private Finding terminal() {
    Screen screen = console.screen();
    String detail =
        screen.errIsTerminal()
            ? screen.columns() + " columns, " + (console.coloursErr() ? "colours" : "no colours")
            : "none; progress comes as plain lines";
    return Finding.good("terminal", detail);
  }

  private void print(List<Finding> findings, boolean ready) {
    List<List<String>> rows = new ArrayList<>();
    for (Finding one : findings) {
      String advice = one.advice().isEmpty() ? "" : " -> " + one.advice();
      rows.add(List.of(word(one.state()), one.what(), one.detail() + advice));
    }
    Columns.print(rows, console.out());
    console.out().println(ready ? "ready" : "not ready");
  }

  private static Map<String, Object> facts(List<Finding> findings, boolean ready) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("ready", ready);
    facts.put("checks", findings.stream().map(DoctorCommand::facts).toList());
    return facts;
  }

  private static Map<String, Object> facts(Finding one) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("what", one.what());
    facts.put("state", word(one.state()));
    facts.put("detail", one.detail());
    facts.put("advice", one.advice());
    return facts;
  }

  private static String word(Finding.State state) {
    return state == Finding.State.GOOD ? "ok" : state.name().toLowerCase(Locale.ROOT);
  }
}
