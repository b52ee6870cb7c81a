package io.sheaf.web.serve;

import io.sheaf.web.Html;
import io.sheaf.web.Parts;
import java.util.ArrayList;
import java.util.List;

/// Places for pictures that scripts draw. What they show stands in tables, too.
final class Pictures {
  private Pictures() {}

  /// A row for each worker, time across.
  static Html stream(String run) {
    return Parts.section(
        "stream",
        "Task stream",
        Html.tag(
            "noscript",
            Html.tag("p", "The picture needs JavaScript; the units and workers are in tables.")),
        Html.tag(
            "div",
            Html.attribute("class", "tools"),
            Html.attribute("role", "group"),
            Html.attribute("aria-label", "What the task stream shows"),
            button("outcome", "by outcome", "true"),
            button("phase", "by phase", "false"),
            move("in", "Zoom in"),
            move("out", "Zoom out"),
            move("earlier", "Earlier"),
            move("later", "Later"),
            move("all", "All")),
        Html.tag(
            "div",
            Html.attribute("class", "stream"),
            Html.attribute("data-source", Address.api(run, "stream")),
            Html.attribute("data-unit", Address.run(run, "unit")),
            Html.tag(
                "canvas",
                Html.attribute("tabindex", "0"),
                Html.attribute("role", "img"),
                Html.attribute(
                    "aria-label",
                    "Attempts by worker and time. Plus and minus zoom, arrows move, 0 shows all."
                        + " The table of units says the same.")),
            Html.tag("div", Html.attribute("class", "tip"), Html.attribute("hidden", ""))),
        Html.tag("ul", Html.attribute("class", "legend"), Html.attribute("id", "stream-legend")),
        Html.tag(
            "p",
            Html.attribute("class", "quiet"),
            Html.attribute("id", "stream-words"),
            "Drag over a stretch to zoom in."));
  }

  private static Html move(String where, String words) {
    return Html.tag(
        "button", Html.attribute("type", "button"), Html.attribute("data-move", where), words);
  }

  private static Html button(String colour, String words, String pressed) {
    return Html.tag(
        "button",
        Html.attribute("type", "button"),
        Html.attribute("data-colour", colour),
        Html.attribute("aria-pressed", pressed),
        words);
  }

  /// Throughput, and what the processes use.
  static Html curves() {
    List<Html> charts = new ArrayList<>();
    charts.add(chart("throughput", "Throughput, units that ended per second"));
    charts.add(chart("rss", "Memory by process, MiB"));
    charts.add(chart("cores", "Processors busy, by process"));
    charts.add(chart("io", "Read and written, all processes, MiB per second"));
    // Most machines have none; the script shows it where there is something to show.
    charts.add(
        Html.tag(
            "div",
            Html.attribute("id", "gpu"),
            Html.attribute("hidden", ""),
            chart("gpu", "Graphics memory by process, MiB")));
    return Html.tag(
        "div", Html.attribute("class", "columns"), Html.attribute("id", "curves"), charts);
  }

  private static Html chart(String name, String words) {
    return Parts.section(
        "chart-" + name,
        words,
        Html.tag(
            "div",
            Html.attribute("class", "chart"),
            Html.attribute("data-curve", name),
            Html.attribute("role", "img"),
            Html.attribute("aria-label", words)));
  }
}
