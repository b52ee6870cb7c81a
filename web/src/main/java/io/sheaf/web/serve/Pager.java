package io.sheaf.web.serve;

import io.sheaf.web.Html;
import java.util.ArrayList;
import java.util.List;

/// Links to the other pages of a list.
final class Pager {
  private Pager() {}

  /// Nothing if there is one page.
  ///
  /// @param address with its other parameters
  /// @param number of the page that is shown, from 0
  static Html html(String address, int number, int pages) {
    if (pages <= 1) {
      return Html.NOTHING;
    }
    List<Html> items = new ArrayList<>();
    if (number > 0) {
      items.add(link(address, 0, "First"));
      items.add(link(address, number - 1, "Previous"));
    }
    items.add(Html.tag("span", "Page %,d of %,d".formatted(number + 1, pages)));
    if (number + 1 < pages) {
      items.add(link(address, number + 1, "Next"));
      items.add(link(address, pages - 1, "Last"));
    }
    return Html.tag(
        "nav",
        Html.attribute("class", "pages"),
        Html.attribute("aria-label", "Pages of the list"),
        items);
  }

  private static Html link(String address, int page, String words) {
    String joint = address.contains("?") ? "&" : "?";
    return Html.tag("a", Html.attribute("href", address + joint + "page=" + page), words);
  }
}
