package io.sheaf.web.serve;

import static io.sheaf.web.HtmlTable.Column.number;
import static io.sheaf.web.HtmlTable.Column.text;

import io.sheaf.engine.observe.ObservedRun;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.UnitHistory;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import io.sheaf.web.Parts;
import io.sheaf.web.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// One unit: every attempt and why it ran, its log, what went in and what came out.
record UnitView(
    ObservedRun run, RunView view, UnitHistory unit, Moment moment, boolean mayControl) {
  Page page() {
    return new Page(
        unit.unit().id() + " – Sheaf",
        RunPage.places(run.name(), "unit"),
        view.state().isAlive(),
        List.of(
            Page.Piece.still(
                Html.tag("h1", unit.unit().id()),
                Html.tag(
                    "p",
                    Html.attribute("class", "quiet"),
                    "A unit of ",
                    Html.tag(
                        "a",
                        Html.attribute("href", Address.run(run.name())),
                        RunsPage.title(run.name(), view)))),
            Page.Piece.live("state", state()),
            Page.Piece.live("control", mayControl ? control() : Html.NOTHING),
            Page.Piece.live("attempts", Parts.section("tries", "Attempts", attempts())),
            Page.Piece.live("phases", phases()),
            Page.Piece.live("log", Parts.section("lines", "Log", log())),
            Page.Piece.live(
                "ends",
                Html.tag(
                    "div",
                    Html.attribute("class", "columns"),
                    Parts.section("inputs", "Inputs and parameters", inputs()),
                    Parts.section("outputs", "Outputs", outputs())))));
  }

  private Html state() {
    UnitHistory.Result none = new UnitHistory.Result("", "", List.of(), 0, "");
    String message = unit.result().orElse(none).message();
    return Html.all(
        Parts.facts(
            "State",
            unit.result().isPresent() ? Parts.state(unit.state()) : Html.tag("span", unit.state()),
            "Attempts",
            unit.attempts().size(),
            "Group",
            unit.unit().group(),
            "Weight",
            unit.unit().weight()),
        message.isEmpty()
            ? Html.NOTHING
            : Parts.problems(
                List.of(
                    new RunView.Problem(
                        message, "the log below says more; a retry runs it again"))));
  }

  private Html control() {
    if (view.state().isAlive()) {
      return Html.tag(
          "p",
          Html.attribute("class", "quiet"),
          "While the run goes on its units are left alone; stop it to run this one again or to"
              + " set it aside.");
    }
    List<Html> buttons = new ArrayList<>(List.of(button("retry", "Run it again")));
    if (unit.result().isEmpty() && unit.isMine()) {
      buttons.add(button("quarantine", "Set it aside as failed"));
    }
    return Html.all(buttons.toArray());
  }

  private Html button(String verb, String words) {
    return Html.tag(
        "form",
        Html.attribute("class", "control"),
        Html.attribute("method", "post"),
        Html.attribute("action", Address.run(run.name(), verb)),
        Html.tag(
            "input",
            Html.attribute("type", "hidden"),
            Html.attribute("name", "id"),
            Html.attribute("value", unit.unit().id())),
        Html.tag("button", words));
  }

  private Html attempts() {
    HtmlTable table =
        new HtmlTable(
            "Attempts",
            List.of(
                number("Attempt"),
                text("Why it ran"),
                number("Began"),
                text("Worker"),
                number("Took"),
                number("Processor"),
                text("Outcome"),
                text("Message")));
    for (UnitHistory.Attempt one : unit.attempts()) {
      boolean hasEnded = !one.worker().isEmpty();
      table.row(
          one.epoch(),
          one.why(),
          moment.time(one.started()),
          one.worker(),
          hasEnded ? Quantities.seconds(one.wallNanos()) : "",
          hasEnded ? Quantities.seconds(one.cpuNanos()) : "",
          one.outcome().isEmpty() ? open() : Parts.state(one.outcome()),
          Secrets.masked(one.message().lines().findFirst().orElse("")));
    }
    return table.isEmpty() ? Html.tag("p", "None yet: its turn has not come.") : table.html();
  }

  private Html open() {
    return view.state().isAlive() ? Parts.state("running") : Html.tag("span", "cut off");
  }

  private Html phases() {
    if (unit.phases().isEmpty()) {
      return Html.NOTHING;
    }
    HtmlTable table =
        new HtmlTable(
            "Phases of the last attempt",
            List.of(text("Phase"), number("Calls"), number("Elapsed"), number("Processor")));
    unit.phases()
        .forEach(
            one ->
                table.row(
                    one.name(),
                    Quantities.count(one.calls()),
                    Quantities.seconds(one.wallNanos()),
                    Quantities.seconds(one.cpuNanos())));
    return Parts.section("phases-of", "Phases of the last attempt", table.html());
  }

  private Html log() {
    return unit.log().isEmpty()
        ? Html.tag("p", "No line is about it.")
        : Html.tag(
            "pre",
            Html.attribute("class", "log"),
            Html.attribute("tabindex", "0"),
            Html.attribute("role", "group"),
            Html.attribute("aria-label", "Log lines about this unit"),
            Secrets.masked(String.join("\n", unit.log())));
  }

  private Html inputs() {
    List<Object> items = new ArrayList<>();
    new TreeMap<>(unit.unit().parameters())
        .forEach(
            (name, value) -> {
              items.add(name);
              items.add(Secrets.masked(name, value));
            });
    unit.unit()
        .inputs()
        .forEach(
            input -> {
              items.add(input.name());
              items.add(Html.tag("code", "sha256 " + input.sha256()));
            });
    return items.isEmpty()
        ? Html.tag("p", "It reads no file and has no parameters.")
        : Parts.pairs(items.toArray());
  }

  private Html outputs() {
    if (unit.result().isEmpty()) {
      return Html.tag("p", "Nothing is committed yet.", checkpoint());
    }
    UnitHistory.Result result = unit.result().get();
    List<Object> items =
        new ArrayList<>(
            List.of(
                "rows of tables",
                Quantities.count(result.rows()),
                "digest",
                Html.tag("code", "sha256 " + result.digest())));
    for (Artefact file : result.artefacts()) {
      items.add(
          Html.tag(
              "a", Html.attribute("href", Address.file(run.name(), file.name())), file.name()));
      items.add(Quantities.count(file.bytes()) + " bytes");
    }
    return Parts.pairs(items.toArray());
  }

  private String checkpoint() {
    return unit.checkpointBytes()
        .map(bytes -> " A checkpoint of " + Quantities.count(bytes) + " bytes is kept.")
        .orElse("");
  }
}
