package io.sheaf.web.serve;

import static io.sheaf.web.HtmlTable.Column.number;
import static io.sheaf.web.HtmlTable.Column.text;

import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunTotals;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.RunsFolder.Found;
import io.sheaf.engine.observe.RunsFolder.Illegible;
import io.sheaf.engine.observe.RunsFolder.Legible;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import io.sheaf.web.Layout;
import io.sheaf.web.Parts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All runs.
///
/// @param root where they are
/// @param runs those of this page
/// @param part number of the page, from 0
/// @param all how many there are on all pages
record RunsPage(Path root, List<Found> runs, int part, int all, Moment moment) {
  static final int SIZE = 100;

  Page page() {
    List<RunView> views = views();
    boolean isAlive = views.stream().anyMatch(view -> view.state().isAlive());
    return new Page(
        "Runs – Sheaf",
        List.of(new Layout.Place("Runs", "/", true)),
        isAlive,
        List.of(
            Page.Piece.still(
                Html.tag("h1", "Runs"), Html.tag("p", Html.attribute("class", "quiet path"), root)),
            Page.Piece.live("totals", runs.isEmpty() ? none() : totals(views)),
            Page.Piece.live("problems", Parts.problems(problems())),
            Page.Piece.live("runs", runs.isEmpty() ? Html.NOTHING : table()),
            Page.Piece.still(Pager.html("/", part, Math.ceilDiv(all, SIZE)))));
  }

  private List<RunView> views() {
    List<RunView> views = new ArrayList<>();
    for (Found found : runs) {
      switch (found) {
        case Legible(_, RunView view) -> views.add(view);
        case Illegible _ -> {}
      }
    }
    return views;
  }

  private static Html none() {
    return Html.tag(
        "p",
        Html.attribute("class", "notice"),
        "No runs here yet. Start one with ",
        Html.tag("code", "sheaf run PRESET"),
        "; it appears by itself.");
  }

  private Html totals(List<RunView> views) {
    RunView.Counts counts = RunTotals.counts(views);
    long going = views.stream().filter(view -> view.state().isAlive()).count();
    return Parts.facts(
        "Runs",
        Quantities.count(all),
        "Going on",
        Quantities.count(going),
        "Units done",
        Html.all(
            Quantities.count(counts.done()),
            Html.tag("small", " of " + Quantities.count(counts.total()))),
        "Units failed",
        Quantities.count(counts.failed()),
        "Now",
        Quantities.rate(RunTotals.unitsPerSecond(views)));
  }

  /// What is wrong with those that go on, and with those that cannot be read.
  private List<RunView.Problem> problems() {
    List<RunView.Problem> problems = new ArrayList<>();
    for (Found found : runs) {
      switch (found) {
        case Legible(_, RunView view) -> {
          if (view.state() == RunView.State.STALLED || view.state() == RunView.State.DEAD) {
            view.problems().stream()
                .limit(1)
                .map(one -> new RunView.Problem(found.name() + ": " + one.what(), one.remedy()))
                .forEach(problems::add);
          }
        }
        case Illegible(String name, String why) ->
            problems.add(
                new RunView.Problem(
                    name + " cannot be read: " + why,
                    "the other runs are not affected; `sheaf validate` says more"));
      }
    }
    return problems;
  }

  private Html table() {
    HtmlTable table =
        new HtmlTable(
            "Runs, the latest first",
            List.of(
                text("Run"),
                text("State"),
                number("Done"),
                text("Progress"),
                number("Units"),
                number("Failed"),
                number("Left"),
                number("Rate"),
                number("Elapsed"),
                number("Memory"),
                number("Last sign")));
    for (Found found : runs) {
      switch (found) {
        case Legible(_, RunView view) -> row(table, found.name(), view);
        case Illegible(String name, _) ->
            table.row(name, Parts.state("unreadable"), "", "", "", "", "", "", "", "", "");
      }
    }
    return table.html();
  }

  private void row(HtmlTable table, String name, RunView view) {
    RunView.Counts counts = view.counts();
    boolean isAlive = view.state().isAlive();
    table.row(
        Html.tag("a", Html.attribute("href", Address.run(name)), title(name, view)),
        Parts.state(view.state().word()),
        Quantities.percent(counts.percent()),
        RunPage.bar(view),
        Quantities.count(counts.settled()) + " / " + Quantities.count(counts.total()),
        Quantities.count(counts.failed()),
        Quantities.left(view),
        isAlive ? Quantities.rate(view.pace().unitsPerSecond()) : "",
        Quantities.words(view.pace().elapsed()),
        isAlive && !view.processes().isEmpty() ? RunPage.memory(view) : "",
        view.pace().heartbeat().map(moment::time).orElse(""));
  }

  /// Its name; of the one run that is served, its directory's.
  static String title(String name, RunView view) {
    return name.equals(".") ? String.valueOf(view.directory().getFileName()) : name;
  }
}
