package io.sheaf.web.report;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.RunAccount;
import io.sheaf.web.ChapterSections;
import java.time.Instant;
import java.util.List;

/// A run as a reader wants it told. Immutable.
///
/// @param made when it was written
/// @param run how it went
/// @param chapter what the workload shows of the results
/// @param record with what and on which inputs
record ReportContent(
    RunAccount account,
    Instant made,
    List<Section> run,
    List<Section> chapter,
    List<Section> record) {

  static ReportContent of(RunAccount account, Instant made) {
    return new ReportContent(
        account,
        made,
        RunSections.of(account),
        ChapterSections.of(account.chapter()),
        RecordSections.of(account));
  }
}
