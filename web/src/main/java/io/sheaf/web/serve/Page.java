package io.sheaf.web.serve;

import io.sheaf.web.Html;
import io.sheaf.web.Layout;
import java.util.List;
import java.util.function.Supplier;

/// A page: pieces, some of which are replaced as the run goes on.
///
/// @param isAlive whether it may change at any moment
record Page(String title, List<Layout.Place> places, boolean isAlive, List<Piece> pieces) {
  Page {
    places = List.copyOf(places);
    pieces = List.copyOf(pieces);
  }

  /// A piece of a page.
  ///
  /// @param id of its outermost element
  /// @param markup makes it
  /// @param isLive whether it is replaced when it changes
  record Piece(String id, Supplier<Html> markup, boolean isLive) {
    /// What is replaced when it changes.
    static Piece live(String id, Object... content) {
      Html html = Html.tag("div", Html.attribute("id", id), Html.all(content));
      return new Piece(id, () -> html, true);
    }

    /// What stays as it is; scripts may change it.
    static Piece still(Object... content) {
      Html html = Html.all(content);
      return still(() -> html);
    }

    /// The same, made only for whoever asks for the whole page.
    static Piece still(Supplier<Html> content) {
      return new Piece("", content, false);
    }

    Html html() {
      return markup.get();
    }
  }

  /// The whole document.
  ///
  /// @param assets elements of the head
  /// @param address of the page itself
  String document(List<Html> assets, String address) {
    Html live =
        Html.tag(
            "span",
            Html.attribute("id", "live"),
            Html.attribute("role", "status"),
            Html.attribute("data-at", address));
    return Layout.page(title, assets, places, live, pieces.stream().map(Piece::html).toList());
  }
}
