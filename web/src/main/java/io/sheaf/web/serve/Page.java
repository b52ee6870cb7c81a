package io.sheaf.web.serve;

import io.sheaf.web.Html;
import io.sheaf.web.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A page: pieces, some of which are replaced as the run goes on, and what its scripts draw.
///
/// @param isAlive whether it may change at any moment
record Page(
    String title,
    List<Layout.Place> places,
    boolean isAlive,
    List<Piece> pieces,
    List<Picture> pictures) {
  Page {
    places = List.copyOf(places);
    pieces = List.copyOf(pieces);
    pictures = List.copyOf(pictures);
  }

  Page(String title, List<Layout.Place> places, boolean isAlive, List<Piece> pieces) {
    this(title, places, isAlive, pieces, List.of());
  }

  /// Makes what a script draws.
  @FunctionalInterface
  interface Drawn {
    String json() throws IOException;
  }

  /// What a script draws.
  ///
  /// @param name by which the script knows it
  record Picture(String name, Drawn drawn) {}

  /// When a piece is replaced by what it is now.
  enum Renewal {
    /// Once it has changed.
    AT_ONCE,
    /// Within seconds.
    SOON,
    /// Never; scripts may change it.
    NEVER
  }

  /// Makes markup.
  @FunctionalInterface
  interface Maker {
    Html make() throws IOException;
  }

  /// A piece of a page.
  ///
  /// @param id of its outermost element
  /// @param maker asked only by those who show the piece
  record Piece(String id, Maker maker, Renewal renewal) {
    static Piece live(String id, Object... content) {
      Html html = element(id, content);
      return new Piece(id, () -> html, Renewal.AT_ONCE);
    }

    /// What few look at, and takes long to make.
    static Piece soon(String id, Maker maker) {
      return new Piece(id, () -> element(id, maker.make()), Renewal.SOON);
    }

    static Piece still(Object... content) {
      Html html = Html.all(content);
      return still(() -> html);
    }

    static Piece still(Maker content) {
      return new Piece("", content, Renewal.NEVER);
    }

    private static Html element(String id, Object... content) {
      return Html.tag("div", Html.attribute("id", id), Html.all(content));
    }

    Html html() throws IOException {
      return maker.make();
    }
  }

  /// The whole document.
  ///
  /// @param assets elements of the head
  /// @param address of the page itself
  String document(List<Html> assets, String address) throws IOException {
    Html live =
        Html.tag(
            "span",
            Html.attribute("id", "live"),
            Html.attribute("role", "status"),
            Html.attribute("data-at", address));
    List<Html> content = new ArrayList<>();
    for (Piece piece : pieces) {
      content.add(piece.html());
    }
    return Layout.page(title, assets, places, live, content);
  }
}
