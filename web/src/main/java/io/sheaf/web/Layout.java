package io.sheaf.web;

import java.util.List;

/// What every page has around its content: language, title, landmarks, a way past the navigation.
public final class Layout {
  private Layout() {}

  /// A place that the navigation names.
  ///
  /// @param isHere whether it is the page that is shown
  public record Place(String name, String address, boolean isHere) {}

  /// A whole page.
  ///
  /// @param head further elements of the head: style sheets, scripts
  /// @param live what stands to the right of the navigation
  public static String page(
      String title, List<Html> head, List<Place> places, Html live, Object... main) {
    Html navigation =
        Html.tag(
            "nav",
            Html.attribute("aria-label", "Pages"),
            places.stream().map(Layout::link).toList());
    Html top =
        Html.tag(
            "header",
            Html.attribute("class", "top"),
            Html.tag("a", Html.attribute("class", "brand"), Html.attribute("href", "/"), "Sheaf"),
            places.isEmpty() ? Html.NOTHING : navigation,
            live);
    return document(
        title,
        head,
        Html.tag(
            "a",
            Html.attribute("class", "skip"),
            Html.attribute("href", "#main"),
            "Skip to content"),
        top,
        Html.tag("main", Html.attribute("id", "main"), Html.all(main)));
  }

  /// A document with nothing around its body.
  public static String document(String title, List<Html> head, Object... body) {
    return "<!doctype html>\n"
        + Html.tag(
                "html",
                Html.attribute("lang", "en"),
                Html.tag(
                    "head",
                    Html.tag("meta", Html.attribute("charset", "utf-8")),
                    Html.tag(
                        "meta",
                        Html.attribute("name", "viewport"),
                        Html.attribute("content", "width=device-width, initial-scale=1")),
                    Html.tag("title", title),
                    head),
                Html.tag("body", Html.all(body)))
            .markup()
        + "\n";
  }

  private static Html link(Place place) {
    return place.isHere()
        ? Html.tag(
            "a",
            Html.attribute("href", place.address()),
            Html.attribute("aria-current", "page"),
            place.name())
        : Html.tag("a", Html.attribute("href", place.address()), place.name());
  }
}
