package io.sheaf.web.report;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.RunAccount;
import io.sheaf.web.Secrets;
import java.util.List;

/// The workload's own chapter, or why there is none.
final class ChapterSections {
  private ChapterSections() {}

  static List<Section> of(RunAccount account) {
    return account.chapterProblem().isEmpty()
        ? account.chapter()
        : List.of(
            Section.of(
                "Results", "They cannot be shown: " + Secrets.masked(account.chapterProblem())));
  }
}
