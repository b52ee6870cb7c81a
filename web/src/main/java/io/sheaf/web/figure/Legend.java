package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.web.Html;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Which colour stands for what.
final class Legend {
  private static final int COLOURS = 6;

  private Legend() {}

  /// The style of the series at a position; also its mark, so that colour is not needed to tell.
  static String style(int series) {
    return "s" + series % COLOURS;
  }

  /// Names with their marks; nothing if there is one without a name.
  static Html of(List<String> names) {
    return of(names, IntStream.range(0, names.size()).boxed().toList());
  }

  /// The same of some series.
  static Html of(List<String> names, List<Integer> shown) {
    return names.stream().allMatch(String::isEmpty)
        ? Html.NOTHING
        : list(shown.stream().map(i -> item(i, style(i), names.get(i))).toList());
  }

  /// Words whose colours are those of states.
  static Html ofStyles(List<String> names, UnaryOperator<String> style) {
    return list(names.stream().map(name -> item(1, style.apply(name), name)).toList());
  }

  private static Html list(List<Html> items) {
    return tag("ul", attribute("class", "legend"), items);
  }

  private static Html item(int mark, String style, String name) {
    return tag(
        "li",
        tag(
            "svg",
            attribute("viewBox", "0 0 10 10"),
            attribute("aria-hidden", "true"),
            Marks.of(mark, style, 5, 5, 5, "")),
        name);
  }
}
