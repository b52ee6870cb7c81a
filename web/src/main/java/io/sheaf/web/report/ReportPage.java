package io.sheaf.web.report;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.engine.observe.RunAccount;
import io.sheaf.engine.observe.RunView;
import io.sheaf.web.Assets;
import io.sheaf.web.Html;
import io.sheaf.web.Layout;
import io.sheaf.web.Parts;
import io.sheaf.web.figure.SectionMarkup;
import java.io.IOException;
import java.util.List;

/// The report as one page that needs nothing but itself: no script, no network.
final class ReportPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private ReportPage() {}

  static String of(ReportContent content) throws IOException {
    List<Html> run = SectionMarkup.of(content.run());
    List<Html> chapter = SectionMarkup.of(content.chapter());
    List<Html> record = SectionMarkup.of(content.record());
    RunAccount account = content.account();
    String workload = account.facts().text("workload");
    return Layout.document(
        "%s – %s".formatted(account.view().name(), account.view().state().word()),
        List.of(
            tag(
                "meta",
                attribute("http-equiv", "Content-Security-Policy"),
                attribute("content", POLICY)),
            style("sheaf.css"),
            style("figure.css"),
            style("report.css")),
        tag("a", attribute("class", "skip"), attribute("href", "#main"), "Skip to content"),
        tag(
            "header",
            attribute("class", "top"),
            tag("span", attribute("class", "brand"), "Sheaf"),
            tag(
                "nav",
                attribute("aria-label", "Parts of the report"),
                content.run().isEmpty() ? Html.NOTHING : to("run", "How it went"),
                content.chapter().isEmpty() ? Html.NOTHING : to("chapter", "Results"),
                to("record", "With what"))),
        tag(
            "main",
            attribute("id", "main"),
            summary(content),
            part("run", "How it went", run),
            part("chapter", "Results: " + workload, chapter),
            part("record", "With what, on what", record)),
        tag(
            "footer",
            "Written by Sheaf %s on %s. The same for programs: %s; provenance: %s."
                .formatted(
                    account.facts().madeWith().getOrDefault("sheaf", ""),
                    Head.second(content.made()),
                    RunReport.TWIN,
                    RunReport.CRATE)));
  }

  /// Of our own, so not escaped.
  private static Html style(String name) throws IOException {
    return tag("style", new Html(Assets.text(name)));
  }

  private static Html to(String id, String name) {
    return tag("a", attribute("href", "#" + id), name);
  }

  private static Html part(String id, String title, List<Html> sections) {
    return sections.isEmpty()
        ? Html.NOTHING
        : Html.all(tag("h2", attribute("class", "part"), attribute("id", id), title), sections);
  }

  private static Html summary(ReportContent content) {
    RunAccount account = content.account();
    RunView.Counts counts = account.view().counts();
    List<Html> gaps =
        Head.gaps(account).stream()
            .map(gap -> tag("p", attribute("class", "notice"), gap))
            .toList();
    return Html.all(
        tag("h1", account.view().name(), " ", Parts.state(account.view().state().word())),
        tag("p", sentence(account)),
        gaps,
        Parts.problems(account.view().problems()),
        tag(
            "section",
            tag("h2", "At a glance"),
            Parts.bar(
                "%,d done, %,d failed, %,d without a result"
                    .formatted(counts.done(), counts.failed(), counts.total() - counts.settled()),
                (double) counts.total(),
                List.of(
                    new Parts.Share("done", (double) counts.done()),
                    new Parts.Share("failed", (double) counts.failed()))),
            glance(content),
            reproduction(account)));
  }

  /// The whole in one sentence.
  private static String sentence(RunAccount account) {
    RunView.Counts counts = account.view().counts();
    return "%,d of %,d units done, %,d failed. Workload %s %s, %,d rows of results."
        .formatted(
            counts.done(),
            counts.total(),
            counts.failed(),
            account.facts().text("workload"),
            account.facts().text("workload_version"),
            counts.rows());
  }

  private static Html glance(ReportContent content) {
    RunAccount account = content.account();
    double elapsed = account.profile().elapsedNanos() / 1e9;
    double cpu = account.profile().total().cpuNanos() / 1e9;
    String ended = Head.ended(account);
    return Parts.facts(
        "started, UTC",
        account.facts().text("started").replaceFirst("\\..*", "").replace('T', ' '),
        "last unit ended, UTC",
        ended == null ? "–" : ended.replace("Z", "").replace('T', ' '),
        "elapsed",
        Words.seconds(elapsed) + " s",
        "processor time",
        Words.seconds(cpu) + " s",
        "parallelism",
        elapsed == 0
            ? "–"
            : "%.2f of %d workers".formatted(cpu / elapsed, account.profile().workers()),
        "attempts",
        "%,d".formatted(account.profile().attempts()),
        "shard",
        account.view().shard().equals("0/1") ? "the whole" : account.view().shard(),
        "host",
        account.facts().madeWith().getOrDefault("host", "–"));
  }

  private static Html reproduction(RunAccount account) {
    Reproduction again = Reproduction.of(account.facts(), account.view().shard());
    return Html.all(
        tag("h2", "The same again"),
        tag(
            "p",
            "In %s, with the inputs below%s:"
                .formatted(
                    account.facts().madeWith().getOrDefault("working_directory", "the same place"),
                    again.isWhole()
                        ? ""
                        : ", and with what is hidden or left out here put in its place")),
        tag("pre", attribute("class", "log"), attribute("tabindex", 0), again.command()),
        again.file().isEmpty()
            ? Html.NOTHING
            : Html.all(
                tag("p", "where again.yaml holds"),
                tag("pre", attribute("class", "log"), attribute("tabindex", 0), again.file())),
        tag(
            "p",
            attribute("class", "quiet"),
            "The digest of the plan must then be ",
            tag("code", account.facts().text("plan")),
            "."));
  }
}
