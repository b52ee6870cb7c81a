package io.sheaf.web;

import io.sheaf.engine.observe.RunView;
import java.util.ArrayList;
import java.util.List;

/// Pieces that several pages are made of.
public final class Parts {
  private static final double WIDTH = 1000;

  private Parts() {}

  /// A part of a bar.
  ///
  /// @param kind the word of a state, which has a colour
  public record Share(String kind, double amount) {}

  /// A titled section.
  public static Html section(String id, String title, Object... content) {
    return Html.tag(
        "section",
        Html.attribute("id", id),
        Html.attribute("aria-labelledby", id + "-title"),
        Html.tag("h2", Html.attribute("id", id + "-title"), title),
        Html.all(content));
  }

  /// The word of a state in its colour.
  public static Html state(String word) {
    return Html.tag("span", Html.attribute("class", "state " + kind(word)), word);
  }

  /// A bar of parts of a whole.
  ///
  /// @param label says the same in words
  public static Html bar(String label, double whole, List<Share> shares) {
    List<Html> parts = new ArrayList<>();
    double at = 0;
    for (Share share : shares) {
      double width = whole == 0 ? 0 : WIDTH * share.amount() / whole;
      if (width > 0) {
        parts.add(
            Html.tag(
                "rect",
                Html.attribute("x", number(at)),
                Html.attribute("width", number(width)),
                Html.attribute("height", 10),
                Html.attribute("class", "fill-" + kind(share.kind()))));
      }
      at += width;
    }
    return Html.tag(
        "svg",
        Html.attribute("class", "bar"),
        Html.attribute("viewBox", "0 0 1000 10"),
        Html.attribute("preserveAspectRatio", "none"),
        Html.attribute("role", "img"),
        Html.attribute("aria-label", label),
        parts);
  }

  /// Facts side by side: name and value in turn.
  public static Html facts(Object... namesAndValues) {
    return list("facts", true, namesAndValues);
  }

  /// Facts one below the other: name and value in turn.
  public static Html pairs(Object... namesAndValues) {
    return list("pairs", false, namesAndValues);
  }

  private static Html list(String style, boolean grouped, Object... namesAndValues) {
    List<Html> items = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Html item =
          Html.all(Html.tag("dt", namesAndValues[i]), Html.tag("dd", namesAndValues[i + 1]));
      items.add(grouped ? Html.tag("div", item) : item);
    }
    return Html.tag("dl", Html.attribute("class", style), items);
  }

  /// What is wrong and what to do about it; nothing if all is well.
  public static Html problems(List<RunView.Problem> problems) {
    return problems.isEmpty()
        ? Html.NOTHING
        : Html.tag(
            "ul",
            Html.attribute("class", "problems"),
            problems.stream()
                .map(
                    one ->
                        Html.tag(
                            "li", Html.tag("strong", one.what()), Html.tag("span", one.remedy())))
                .toList());
  }

  private static String kind(String word) {
    return word.replace(' ', '-');
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value * 100) / 100.0);
  }
}
