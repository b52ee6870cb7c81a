package io.sheaf.web.serve;

import static io.sheaf.web.HtmlTable.Column.number;
import static io.sheaf.web.HtmlTable.Column.text;

import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import io.sheaf.web.Parts;
import java.util.List;
import java.util.Locale;

/// Where the time of a run went, and what the cache was good for.
record ProfilePart(Profile profile) {
  Html html() {
    return Parts.section("profile-of", "Profile and cache", head(), phases(), counters());
  }

  private Html head() {
    return Html.tag(
        "p",
        Html.attribute("class", "quiet"),
        "%s attempts, %s of elapsed time, %s of processor time: %s processors busy on average"
            .formatted(
                Quantities.count(profile.attempts()),
                Quantities.seconds(profile.elapsedNanos()),
                Quantities.seconds(profile.total().cpuNanos()),
                parallelism(profile.total())));
  }

  private Html phases() {
    HtmlTable table =
        new HtmlTable(
            "Time by phase",
            List.of(
                text("Phase"),
                number("Calls"),
                number("Elapsed"),
                number("Processor"),
                number("Waiting"),
                number("Share"),
                text("Share of the time"),
                number("Parallelism")));
    profile.phases().forEach(line -> row(table, line));
    row(table, profile.total());
    return table.html();
  }

  private void row(HtmlTable table, Profile.Line line) {
    double share = 100 * line.share(profile.total());
    table.row(
        line.name(),
        Quantities.count(line.calls()),
        Quantities.seconds(line.wallNanos()),
        Quantities.seconds(line.cpuNanos()),
        Quantities.seconds(line.waitingNanos()),
        String.format(Locale.ROOT, "%.1f %%", share),
        Parts.bar(
            String.format(Locale.ROOT, "%.1f %% of all time", share),
            100,
            List.of(new Parts.Share("accent", share))),
        parallelism(line));
  }

  private String parallelism(Profile.Line line) {
    return String.format(Locale.ROOT, "%.2f", line.parallelism(profile.elapsedNanos()));
  }

  private Html counters() {
    HtmlTable table =
        new HtmlTable("Cache and counters", List.of(text("Counted"), number("Number")));
    profile
        .cache()
        .ifPresent(
            use ->
                table
                    .row("cache hits", Quantities.count(use.hits()))
                    .row("cache misses", Quantities.count(use.misses()))
                    .row("cache errors", Quantities.count(use.errors()))
                    .row("time saved by the cache", Quantities.seconds(use.savedNanos())));
    profile
        .counters()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("cache_")) {
                table.row(name, Quantities.count(value));
              }
            });
    return table.isEmpty()
        ? Html.tag("p", Html.attribute("class", "quiet"), "No cache was asked, nothing counted.")
        : Html.all(Html.tag("h3", "Cache and counters"), table.html());
  }
}
