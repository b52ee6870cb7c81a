package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.engine.chapter.Section;
import io.sheaf.web.Html;
import java.util.List;

/// Sections of a chapter as markup, one below the other.
public final class SectionMarkup {
  private SectionMarkup() {}

  public static List<Html> of(List<Section> sections) {
    return sections.stream().map(SectionMarkup::of).toList();
  }

  private static Html of(Section section) {
    return tag(
        "section",
        tag("h3", section.title()),
        section.text().isEmpty() ? Html.NOTHING : tag("p", section.text()),
        tag(
            "div",
            attribute("class", "figures"),
            section.figures().stream().map(Drawing::of).toList()));
  }
}
