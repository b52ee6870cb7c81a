package io.sheaf.web.serve;

import static io.sheaf.web.HtmlTable.Column.number;
import static io.sheaf.web.HtmlTable.Column.text;

import io.sheaf.engine.observe.ObservedRun;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.UnitLine;
import io.sheaf.engine.observe.UnitPage;
import io.sheaf.engine.observe.UnitState;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import io.sheaf.web.Parts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The units of a run: found, ordered and divided into pages here, not in the browser.
///
/// @param wanted as the address says
record UnitsPage(ObservedRun run, RunView view, UnitsAddress wanted, Moment moment) {
  Page page() throws IOException {
    String address = Address.run(run.name(), "units");
    boolean isRead = run.isIndexed();
    return new Page(
        "Units of " + RunsPage.title(run.name(), view) + " – Sheaf",
        RunPage.places(run.name(), "units"),
        view.state().isAlive() || !isRead,
        List.of(
            Page.Piece.still(
                Html.tag("h1", "Units of ", RunsPage.title(run.name(), view)), filter(address)),
            Page.Piece.live("counts", isRead ? counts(address) : Html.NOTHING),
            Page.Piece.live("units", isRead ? units(address) : beingRead())));
  }

  private Html units(String address) throws IOException {
    UnitPage found = run.units(wanted.query());
    return Html.all(
        words(found),
        table(found, address).html(),
        Pager.html(
            address + wanted.page(-1),
            wanted.number(),
            Math.ceilDiv(found.matching(), UnitsAddress.SIZE)));
  }

  private Html beingRead() {
    return Html.tag(
        "p",
        Html.attribute("class", "notice"),
        "The "
            + Quantities.count(view.counts().total())
            + " units are being read, which takes some seconds the first time.");
  }

  private Html filter(String address) {
    return Html.tag(
        "form",
        Html.attribute("class", "filter"),
        Html.attribute("method", "get"),
        Html.attribute("action", address),
        Html.attribute("role", "search"),
        Html.tag(
            "label",
            "Name contains",
            Html.tag(
                "input",
                Html.attribute("name", "q"),
                Html.attribute("type", "search"),
                Html.attribute("value", wanted.text()))),
        Html.tag(
            "label",
            "State",
            Html.tag(
                "select",
                Html.attribute("name", "state"),
                UnitsAddress.STATES.keySet().stream().map(this::option).toList())),
        Html.tag(
            "input",
            Html.attribute("type", "hidden"),
            Html.attribute("name", "sort"),
            Html.attribute("value", wanted.sort())),
        Html.tag("button", "Show"));
  }

  private Html option(String state) {
    String words = state.isEmpty() ? "any" : state.equals("faults") ? "not done" : state;
    return state.equals(wanted.state())
        ? Html.tag("option", Html.attribute("value", state), Html.attribute("selected", ""), words)
        : Html.tag("option", Html.attribute("value", state), words);
  }

  private Html counts(String address) throws IOException {
    Map<UnitState, Integer> counts = run.counts();
    List<Html> items =
        counts.entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .map(
                one ->
                    Html.tag(
                        "li",
                        Html.tag(
                            "a",
                            Html.attribute(
                                "href", address + "?state=" + Address.word(one.getKey().word())),
                            Parts.state(one.getKey().word())),
                        " " + Quantities.count(one.getValue())))
            .toList();
    return Html.tag("ul", Html.attribute("class", "legend"), items);
  }

  private Html words(UnitPage found) {
    return Html.tag(
        "p",
        Html.attribute("class", "quiet"),
        "%s of %s units, as of %s"
            .formatted(
                Quantities.count(found.matching()),
                Quantities.count(found.total()),
                moment.time(found.asOf())));
  }

  private HtmlTable table(UnitPage found, String address) {
    HtmlTable table =
        new HtmlTable(
            "Units",
            List.of(
                text(sorted(address, "plan", "Unit")),
                text(sorted(address, "state", "State")),
                number(sorted(address, "attempts", "Attempts")),
                number(sorted(address, "started", "Started")),
                number(sorted(address, "wall", "Took")),
                number(sorted(address, "cpu", "Processor")),
                text("Worker")));
    found.units().forEach(unit -> row(table, unit));
    return table;
  }

  private void row(HtmlTable table, UnitLine unit) {
    boolean hasEnded = unit.wallNanos() > 0;
    table.row(
        Html.tag("a", Html.attribute("href", Address.unit(run.name(), unit.id())), unit.id()),
        Parts.state(unit.state().word()),
        unit.attempts() == 0 ? "" : unit.attempts(),
        moment.time(unit.startedMillis()),
        hasEnded ? Quantities.seconds(unit.wallNanos()) : "",
        hasEnded ? Quantities.seconds(unit.cpuNanos()) : "",
        unit.worker());
  }

  /// A head that orders by its column, and turns the order if it is ordered so already.
  private Html sorted(String address, String order, String words) {
    boolean isThis = wanted.order().equals(order);
    boolean turns = isThis && !wanted.isDescending();
    boolean falls = isThis ? turns : !order.equals("plan");
    return SortLink.html(
        address + wanted.sorted((falls ? "-" : "") + order), words, isThis, wanted.isDescending());
  }
}
