package io.sheaf.web;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.RunChapter;
import java.util.List;

/// The workload's own chapter, or why there is none.
public final class ChapterSections {
  private ChapterSections() {}

  public static List<Section> of(RunChapter chapter) {
    return chapter.problem().isEmpty()
        ? chapter.sections()
        : List.of(
            Section.of("Results", "They cannot be shown: " + Secrets.masked(chapter.problem())));
  }
}
