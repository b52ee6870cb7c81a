package io.sheaf.web.serve;

import io.sheaf.engine.observe.ObservedRun;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.TableFile;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import io.sheaf.web.Parts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The tables of a run, as they stand in `out/`.
///
/// @param chapter what the workload shows of them
/// @param wanted table and rows that are shown
record ResultsPage(ObservedRun run, RunView view, List<Html> chapter, TableAddress wanted) {
  Page page() throws IOException {
    List<TableFile> tables = run.tables();
    Html names;
    Html rows;
    if (tables.isEmpty()) {
      names = none();
      rows = Html.NOTHING;
    } else {
      TableFile shown =
          wanted.table().isEmpty()
              ? tables.getFirst()
              : tables.stream()
                  .filter(one -> one.name().equals(wanted.table()))
                  .findFirst()
                  .orElseThrow(() -> Refusal.notFound("there is no table " + wanted.table()));
      names = names(tables, shown);
      rows = shown(shown);
    }
    return new Page(
        "Results of " + RunsPage.title(run.name(), view) + " – Sheaf",
        RunPage.places(run.name(), "results"),
        view.state().isAlive(),
        List.of(
            Page.Piece.still(
                Html.tag("h1", "Results of ", RunsPage.title(run.name(), view)),
                chapter.isEmpty()
                    ? Html.NOTHING
                    : Html.tag(
                        "p",
                        Html.tag("a", Html.attribute("href", "#tables"), "Tables"),
                        " are below the figures.")),
            Page.Piece.live(
                "chapter", chapter.isEmpty() ? Html.NOTHING : Html.tag("h2", "Figures"), chapter),
            Page.Piece.live("tables", names),
            Page.Piece.still(filter()),
            Page.Piece.live("shown", rows)));
  }

  private Html none() {
    String command = "sheaf results " + run.path() + " --table NAME";
    return Html.tag(
        "p",
        Html.attribute("class", "notice"),
        view.counts().settled() < view.counts().total()
            ? "Tables are written when all units are settled, so that none is ever read half."
                + " The rows so far: "
            : "It has written no tables. ",
        Html.tag("code", command));
  }

  private Html names(List<TableFile> tables, TableFile shown) {
    HtmlTable list =
        new HtmlTable(
            "Tables",
            List.of(
                HtmlTable.Column.text("Table"),
                HtmlTable.Column.number("Bytes"),
                HtmlTable.Column.text("File")));
    for (TableFile one : tables) {
      Html link =
          one.name().equals(shown.name())
              ? Html.tag(
                  "a",
                  Html.attribute("href", address(one)),
                  Html.attribute("aria-current", "true"),
                  one.name())
              : Html.tag("a", Html.attribute("href", address(one)), one.name());
      list.row(
          link,
          Quantities.count(one.bytes()),
          Html.tag(
              "a",
              Html.attribute("href", Address.file(run.name(), one.name() + ".csv")),
              one.name() + ".csv"));
    }
    return Parts.section("tables-of", "Tables", list.html());
  }

  private Html shown(TableFile table) throws IOException {
    TableAddress address = new TableAddress(table.name(), wanted.query());
    TableFile.Page page = run.page(table, wanted.query());
    List<HtmlTable.Column> columns = new ArrayList<>();
    for (int i = 0; i < page.header().size(); i++) {
      columns.add(new HtmlTable.Column(sorted(address, page.header().get(i)), isNumber(page, i)));
    }
    HtmlTable rows = new HtmlTable("Rows of " + table.name(), columns);
    page.lines().forEach(line -> rows.row(line.stream().map(ResultsPage::cell).toArray()));
    return Parts.section(
        "rows",
        table.name(),
        Html.tag(
            "p",
            Html.attribute("class", "quiet"),
            Quantities.count(page.rows()) + (page.rows() == 1 ? " row" : " rows")),
        rows.html(),
        Pager.html(place() + address.same(), page.number(), page.pages()));
  }

  private Html filter() {
    return Html.tag(
        "form",
        Html.attribute("class", "filter"),
        Html.attribute("method", "get"),
        Html.attribute("action", place()),
        Html.attribute("role", "search"),
        hidden("table", wanted.table()),
        hidden("sort", (wanted.query().isDescending() ? "-" : "") + wanted.query().column()),
        Html.tag(
            "label",
            "A cell contains",
            Html.tag(
                "input",
                Html.attribute("name", "q"),
                Html.attribute("type", "search"),
                Html.attribute("value", wanted.query().text()))),
        Html.tag("button", "Show"));
  }

  private static Html hidden(String name, String value) {
    return Html.tag(
        "input",
        Html.attribute("type", "hidden"),
        Html.attribute("name", name),
        Html.attribute("value", value));
  }

  private Html sorted(TableAddress address, String column) {
    boolean isThis = address.query().column().equals(column);
    boolean isDescending = address.query().isDescending();
    return SortLink.html(
        place() + address.sorted((isThis && !isDescending ? "-" : "") + column),
        column,
        isThis,
        isDescending);
  }

  private static boolean isNumber(TableFile.Page page, int column) {
    return !page.lines().isEmpty()
        && page.lines().stream()
            .map(line -> line.get(column))
            .allMatch(cell -> cell.isEmpty() || cell.matches("-?[0-9.]+(e[-+]?[0-9]+)?"));
  }

  private static Html cell(String text) {
    return text.length() > 60
        ? Html.tag("span", Html.attribute("class", "cut"), Html.attribute("title", text), text)
        : Html.tag("span", text);
  }

  private String place() {
    return Address.run(run.name(), "results");
  }

  private String address(TableFile table) {
    return place() + "?table=" + Address.word(table.name());
  }
}
