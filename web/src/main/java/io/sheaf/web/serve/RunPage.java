package io.sheaf.web.serve;

import static io.sheaf.web.HtmlTable.Column.number;
import static io.sheaf.web.HtmlTable.Column.text;

import io.sheaf.engine.observe.ObservedRun;
import io.sheaf.engine.observe.ProcessUse;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.WorkerLine;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import io.sheaf.web.Layout;
import io.sheaf.web.Parts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One run.
///
/// @param siblings the other shards of the same work, this one among them; empty if it is whole
/// @param mayControl whether there are buttons that change something
/// @param said what was just done, empty if nothing was
record RunPage(
    ObservedRun run,
    RunView view,
    List<RunView> siblings,
    Moment moment,
    boolean mayControl,
    String said) {

  Page page() throws IOException {
    List<Page.Piece> pieces = new ArrayList<>();
    pieces.add(
        Page.Piece.still(
            Html.tag("h1", RunsPage.title(run.name(), view)),
            said.isEmpty()
                ? Html.NOTHING
                : Html.tag(
                    "p",
                    Html.attribute("class", "notice"),
                    Html.attribute("role", "status"),
                    said)));
    pieces.add(Page.Piece.live("head", head()));
    pieces.add(Page.Piece.live("problems", Parts.problems(view.problems())));
    pieces.add(Page.Piece.live("control", mayControl ? control() : Html.NOTHING));
    pieces.add(Page.Piece.live("progress", Parts.section("progress-of", "Progress", progress())));
    pieces.add(Page.Piece.still(() -> Pictures.stream(run.name())));
    pieces.add(Page.Piece.live("now", now()));
    pieces.add(Page.Piece.still(Pictures::curves));
    pieces.add(Page.Piece.soon("workers", this::workers));
    pieces.add(Page.Piece.soon("profile", () -> new ProfilePart(run.profile()).html()));
    pieces.add(Page.Piece.still(() -> new RecordPart(run.facts()).html()));
    return new Page(
        RunsPage.title(run.name(), view) + " – Sheaf",
        places(run.name(), "run"),
        view.state().isAlive(),
        pieces,
        run.isIndexed()
            ? List.of(
                new Page.Picture("stream", () -> Api.stream(run.stream(0, 0))),
                new Page.Picture("curves", () -> Api.curves(run.curves())))
            : List.of());
  }

  /// The pages about a run.
  static List<Layout.Place> places(String name, String here) {
    return List.of(
        new Layout.Place("Runs", "/", false),
        new Layout.Place("Run", Address.run(name), here.equals("run")),
        new Layout.Place("Units", Address.run(name, "units"), here.equals("units")),
        new Layout.Place("Results", Address.run(name, "results"), here.equals("results")));
  }

  private Html head() throws IOException {
    RunView.Counts counts = view.counts();
    boolean isAlive = view.state().isAlive();
    List<Object> facts =
        new ArrayList<>(
            List.of(
                "State",
                Parts.state(view.state().word()),
                "Done",
                Html.all(
                    Quantities.count(counts.done()),
                    Html.tag("small", " of " + Quantities.count(counts.total()) + " units")),
                "Failed",
                counts.failed() == 0
                    ? "0"
                    : Html.tag(
                        "a",
                        Html.attribute("href", Address.run(run.name(), "units?state=faults")),
                        Quantities.count(counts.failed())),
                "Rows",
                Quantities.count(counts.rows()),
                "Elapsed",
                Quantities.words(view.pace().elapsed())));
    if (isAlive) {
      facts.addAll(
          List.of(
              "Left",
              Quantities.left(view).isEmpty() ? "unknown" : Quantities.left(view),
              "Rate",
              Quantities.rate(view.pace().unitsPerSecond()),
              "Memory",
              memory(view),
              "Processors",
              cores(view)));
    }
    return Html.all(
        Html.tag(
            "p",
            Html.attribute("class", "quiet"),
            view.name().isEmpty() ? "being planned" : view.name(),
            view.shard().isEmpty() || view.shard().equals("0/1") ? "" : ", shard " + view.shard(),
            " in ",
            Html.tag("span", Html.attribute("class", "path"), view.directory()),
            view.pace()
                .heartbeat()
                .map(time -> (isAlive ? ", heard of at " : ", ended ") + moment.time(time))
                .orElse("")),
        Parts.facts(facts.toArray()),
        report());
  }

  private Html report() throws IOException {
    return view.state().isAlive() || run.report().isEmpty()
        ? Html.NOTHING
        : Html.tag(
            "p",
            Html.tag("a", Html.attribute("href", Address.run(run.name(), "report.html")), "Report"),
            " on one page, to print or to send");
  }

  private Html control() {
    List<Html> buttons = new ArrayList<>();
    if (view.state().isAlive()) {
      buttons.add(button("stop", "Stop", "Stop after the running units"));
    } else if (view.counts().settled() < view.counts().total()) {
      buttons.add(button("retry", "Go on", "Run what has no result, and what failed"));
    } else if (view.counts().failed() > 0) {
      buttons.add(button("retry", "Run failed units again", "Run failed units again"));
    }
    return Html.all(buttons.toArray());
  }

  private Html button(String verb, String word, String title) {
    return Html.tag(
        "form",
        Html.attribute("class", "control"),
        Html.attribute("method", "post"),
        Html.attribute("action", Address.run(run.name(), verb)),
        Html.tag("button", Html.attribute("title", title), word));
  }

  private Html progress() {
    List<Html> parts = new ArrayList<>(List.of(bar(view), milestones()));
    if (!siblings.isEmpty()) {
      parts.add(shards());
    }
    return Html.all(parts.toArray());
  }

  private Html milestones() {
    List<Html> items =
        view.milestones().stream().map(one -> Html.tag("li", milestone(one))).toList();
    return items.isEmpty()
        ? Html.NOTHING
        : Html.tag("ul", Html.attribute("class", "legend"), items);
  }

  private String milestone(RunView.Milestone one) {
    String low = moment.time(one.low());
    String high = moment.time(one.high());
    return one.percent()
        + " % "
        + (one.isReached()
            ? "at " + low
            : low.equals(high) ? "about " + low : "between " + low + " and " + high);
  }

  private Html shards() {
    HtmlTable table =
        new HtmlTable(
            "Shards",
            List.of(
                text("Shard"),
                text("State"),
                number("Done"),
                text("Progress"),
                number("Failed"),
                number("Left"),
                number("Rate")));
    for (RunView one : siblings) {
      table.row(
          one.shard() + (one.directory().equals(view.directory()) ? " (this one)" : ""),
          Parts.state(one.state().word()),
          Quantities.percent(one.counts().percent()),
          bar(one),
          Quantities.count(one.counts().failed()),
          Quantities.left(one),
          one.state().isAlive() ? Quantities.rate(one.pace().unitsPerSecond()) : "");
    }
    return Html.all(Html.tag("h3", "Shards"), table.html());
  }

  /// Done, failed, under way.
  static Html bar(RunView run) {
    RunView.Counts counts = run.counts();
    return Parts.bar(
        "%s done, %s failed, %s in all"
            .formatted(
                Quantities.count(counts.done()),
                Quantities.count(counts.failed()),
                Quantities.count(counts.total())),
        (double) counts.total(),
        List.of(
            new Parts.Share("done", (double) counts.done()),
            new Parts.Share("failed", (double) counts.failed()),
            new Parts.Share("running", run.running().size())));
  }

  private Html now() {
    if (!view.state().isAlive()) {
      return Html.NOTHING;
    }
    HtmlTable table =
        new HtmlTable(
            "Units under way",
            List.of(
                text("Unit"), text("Worker"), text("Progress"), number("For"), number("Attempt")));
    view.running()
        .forEach(
            unit ->
                table.row(
                    Html.tag(
                        "a",
                        Html.attribute("href", Address.unit(run.name(), unit.id())),
                        unit.id()),
                    unit.worker(),
                    unit.progress(),
                    unit.since().map(moment::since).orElse(""),
                    unit.attempt() == 0 ? "" : unit.attempt()));
    return Parts.section(
        "under-way",
        "Under way",
        table.isEmpty() ? Html.tag("p", "Nothing at this moment.") : table.html());
  }

  private Html workers() throws IOException {
    if (!run.isIndexed()) {
      return Parts.section(
          "workers-of", "Workers", Html.tag("p", "The units are being read; a moment."));
    }
    List<WorkerLine> workers = run.workers();
    return workers.isEmpty() && view.processes().isEmpty()
        ? Html.NOTHING
        : Parts.section(
            "workers-of",
            "Workers",
            repeated(),
            new WorkersPart(workers, view.processes()).table().html());
  }

  private Html repeated() throws IOException {
    String words =
        run.repeated().entrySet().stream()
            .map(one -> Quantities.count(one.getValue()) + " " + one.getKey().word())
            .collect(Collectors.joining(", "));
    return words.isEmpty()
        ? Html.NOTHING
        : Html.tag(
            "p",
            Html.attribute("class", "quiet"),
            "Attempts that were followed by others: " + words + ".");
  }

  static String memory(RunView run) {
    return Quantities.bytes(run.processes().stream().mapToLong(ProcessUse::rssBytes).sum());
  }

  private static String cores(RunView run) {
    return cores(run.processes().stream().mapToDouble(one -> one.cores().orElse(0.0)).sum());
  }

  static String cores(double cores) {
    return String.format(Locale.ROOT, "%.1f", cores);
  }
}
