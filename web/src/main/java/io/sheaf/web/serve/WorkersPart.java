package io.sheaf.web.serve;

import static io.sheaf.web.HtmlTable.Column.number;
import static io.sheaf.web.HtmlTable.Column.text;

import io.sheaf.engine.observe.ProcessUse;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.WorkerLine;
import io.sheaf.web.HtmlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What each worker did, and what the processes use now.
///
/// @param processes of the run, empty if it does not go on
record WorkersPart(List<WorkerLine> workers, List<ProcessUse> processes) {
  HtmlTable table() {
    List<HtmlTable.Column> columns =
        new ArrayList<>(
            List.of(
                text("Name"),
                number("Units"),
                number("Done"),
                number("Time on units"),
                number("Processor time")));
    if (!processes.isEmpty()) {
      columns.addAll(List.of(number("Process"), number("Memory now"), number("Cores now")));
    }
    HtmlTable table = new HtmlTable("Processes and workers", columns);
    for (ProcessUse one : processes) {
      if (workers.stream().noneMatch(worker -> worker.name().equals(one.name()))) {
        row(
            table,
            List.of(one.name(), "", "", "", Quantities.seconds(one.cpuMillis() * 1_000_000)),
            Optional.of(one));
      }
    }
    for (WorkerLine one : workers) {
      row(
          table,
          List.of(
              one.name(),
              Quantities.count(one.attempts()),
              Quantities.count(one.done()),
              Quantities.seconds(one.wallNanos()),
              Quantities.seconds(one.cpuNanos())),
          processes.stream().filter(process -> process.name().equals(one.name())).findFirst());
    }
    return table;
  }

  private void row(HtmlTable table, List<String> did, Optional<ProcessUse> uses) {
    List<Object> cells = new ArrayList<>(did);
    if (!processes.isEmpty()) {
      cells.add(uses.map(one -> Long.toString(one.pid())).orElse(""));
      cells.add(uses.map(one -> Quantities.bytes(one.rssBytes())).orElse(""));
      cells.add(uses.flatMap(ProcessUse::cores).map(RunPage::cores).orElse(""));
    }
    table.row(cells.toArray());
  }
}
