package io.sheaf.web.serve;

import io.sheaf.engine.observe.ObservedRun;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.RunsFolder;
import io.sheaf.engine.observe.RunsFolder.Found;
import io.sheaf.engine.observe.RunsFolder.Illegible;
import io.sheaf.engine.observe.RunsFolder.Legible;
import io.sheaf.engine.plan.Workload;
import io.sheaf.web.ChapterSections;
import io.sheaf.web.Html;
import io.sheaf.web.Layout;
import io.sheaf.web.Parts;
import io.sheaf.web.figure.SectionMarkup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Answers requests that were let in. Thread-safe.
final class Site {
  private static final int LOG_LINES = 200;
  private static final Map<String, String> SAID =
      Map.of(
          "stop", "Asked it to stop; its running units finish first.",
          "retry", "Started a process that goes on with it.",
          "quarantine", "Set aside: the unit counts as failed until it is run again.");

  private final RunsFolder runs;
  private final Function<String, Workload> workloads;
  private final Moment moment;
  private final Optional<Control> control;
  private final AssetFiles assets;

  /// @param workloads finds a workload by name
  /// @param control what may be done to runs; empty if nothing may
  Site(
      RunsFolder runs,
      Function<String, Workload> workloads,
      Moment moment,
      Optional<Control> control,
      AssetFiles assets) {
    this.runs = runs;
    this.workloads = workloads;
    this.moment = moment;
    this.control = control;
    this.assets = assets;
  }

  /// @param body of a POST: fields of a form
  Answer answer(Request request, String address, Request body) throws IOException {
    if (request.method().equals("POST")) {
      return act(request, body);
    }
    return switch (request.part(0)) {
      case "assets" -> assets.answer(request.part(1));
      case "api" -> Answer.text(200, Answer.JSON, api(request));
      case "runs" ->
          switch (request.part(2)) {
            case "out" -> download(request);
            case "report.html" -> report(request);
            default ->
                Answer.text(200, Answer.HTML, page(request).document(assets.head(), address));
          };
      default -> Answer.text(200, Answer.HTML, page(request).document(assets.head(), address));
    };
  }

  /// The page at an address.
  Page page(Request request) throws IOException {
    if (request.path().isEmpty()) {
      return allRuns(request);
    }
    if (!request.part(0).equals("runs") || request.path().size() > 3) {
      throw Refusal.notFound("there is no such page");
    }
    ObservedRun run = run(request.part(1));
    return switch (RunsFolder.look(run)) {
      case Illegible illegible -> illegible(illegible);
      case Legible(_, RunView view) -> page(run, view, request);
    };
  }

  private Page page(ObservedRun run, RunView view, Request request) throws IOException {
    return switch (request.part(2)) {
      case "" ->
          view.counts().total() == 0 && view.name().isEmpty()
              ? unbegun(run, view)
              : new RunPage(
                      run,
                      view,
                      siblings(run, view),
                      moment,
                      control.isPresent(),
                      SAID.getOrDefault(request.parameter("did"), ""))
                  .page();
      case "units" -> new UnitsPage(run, view, UnitsAddress.of(request), moment).page();
      case "unit" ->
          new UnitView(
                  run,
                  view,
                  run.unit(request.parameter("id"), LOG_LINES),
                  moment,
                  control.isPresent())
              .page();
      case "results" ->
          new ResultsPage(
                  run,
                  view,
                  SectionMarkup.of(ChapterSections.of(run.chapter(workloads))),
                  TableAddress.of(request))
              .page();
      default -> throw Refusal.notFound("there is no such page of a run");
    };
  }

  private Page allRuns(Request request) throws IOException {
    List<Found> all = runs.list();
    int pages = Math.max(1, Math.ceilDiv(all.size(), RunsPage.SIZE));
    int number = (int) Math.min(pages - 1, request.number("page", 0));
    int from = number * RunsPage.SIZE;
    List<Found> shown = all.subList(from, Math.min(all.size(), from + RunsPage.SIZE));
    return new RunsPage(runs.root(), shown, number, all.size(), moment).page();
  }

  private static Page illegible(Illegible run) {
    return new Page(
        run.name() + " – Sheaf",
        List.of(new Layout.Place("Runs", "/", false)),
        false,
        List.of(
            Page.Piece.still(
                Html.tag("h1", run.name()),
                Html.tag(
                    "p",
                    Html.attribute("class", "notice"),
                    "This run cannot be read: ",
                    run.why(),
                    ". The other runs are not affected."))));
  }

  private static Page unbegun(ObservedRun run, RunView view) {
    return new Page(
        RunsPage.title(run.name(), view) + " – Sheaf",
        List.of(new Layout.Place("Runs", "/", false)),
        true,
        List.of(
            Page.Piece.still(Html.tag("h1", RunsPage.title(run.name(), view))),
            Page.Piece.live(
                "head",
                Parts.problems(view.problems()),
                Html.tag(
                    "p",
                    Html.attribute("class", "notice"),
                    view.state().isAlive()
                        ? "It lists its units; reload in a moment."
                        : "It ended before its units were listed."))));
  }

  /// Shards of the same work: of the same name, as many, in the same directory.
  private List<RunView> siblings(ObservedRun run, RunView view) throws IOException {
    int slash = view.shard().indexOf('/');
    String count = slash < 0 ? "" : view.shard().substring(slash);
    if (count.isEmpty() || count.equals("/1")) {
      return List.of();
    }
    String parent = run.name().substring(0, run.name().lastIndexOf('/') + 1);
    List<RunView> siblings = new ArrayList<>();
    for (Found found : runs.list()) {
      if (found instanceof Legible(ObservedRun other, RunView one)
          && other.name().startsWith(parent)
          && one.name().equals(view.name())
          && one.shard().endsWith(count)) {
        siblings.add(one);
      }
    }
    siblings.sort(
        Comparator.comparingInt((RunView one) -> one.shard().length())
            .thenComparing(RunView::shard));
    return siblings;
  }

  private String api(Request request) throws IOException {
    if (!request.part(1).equals("runs") || request.path().size() > 4) {
      throw Refusal.notFound("there is no such answer");
    }
    Api api = new Api(moment);
    if (request.path().size() == 2) {
      return api.runs(runs.list());
    }
    return api.run(run(request.part(2)), request);
  }

  private Answer download(Request request) throws IOException {
    if (request.path().size() != 4) {
      throw Refusal.notFound("there is no such file");
    }
    return Answer.download(
        run(request.part(1))
            .output(request.part(3))
            .orElseThrow(() -> Refusal.notFound("there is no such file")));
  }

  private Answer report(Request request) throws IOException {
    if (request.path().size() != 3) {
      throw Refusal.notFound("there is no such file");
    }
    return Answer.report(
        run(request.part(1))
            .report()
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "it has no report yet; one is written when it ends, and by `sheaf report`")));
  }

  private Answer act(Request request, Request body) throws IOException {
    Control allowed =
        control.orElseThrow(
            () ->
                new Refusal(
                    403, "this dashboard only shows; start it with --allow-control to change"));
    if (!request.part(0).equals("runs") || request.path().size() != 3) {
      throw Refusal.notFound("nothing can be done there");
    }
    ObservedRun run = run(request.part(1));
    String unit = body.parameter("id");
    String verb = request.part(2);
    try {
      switch (verb) {
        case "stop" -> allowed.stop(run.path());
        case "retry" -> allowed.retry(run.path(), unit);
        case "quarantine" -> allowed.quarantine(run.path(), unit);
        default -> throw Refusal.notFound("nothing can be done there");
      }
    } catch (IOException e) {
      throw new Refusal(409, String.valueOf(e.getMessage()));
    }
    return Answer.elsewhere(Address.run(run.name()) + "?did=" + verb);
  }

  /// The run of that name; `-` is the directory itself, where that is a run.
  private ObservedRun run(String name) throws IOException {
    return runs.find(name.equals("-") ? "." : name)
        .orElseThrow(() -> Refusal.notFound("there is no run " + name + " here"));
  }
}
