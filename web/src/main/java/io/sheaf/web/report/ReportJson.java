package io.sheaf.web.report;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunAccount;
import io.sheaf.web.figure.FigureJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The report for programs: what the page says, as one JSON object.
final class ReportJson {
  private static final int FORMAT = 1;

  private ReportJson() {}

  static String of(ReportContent content) {
    RunAccount account = content.account();
    Reproduction again = Reproduction.of(account.facts(), account.view().shard());
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("format", FORMAT);
    report.put("head", Head.facts(content));
    report.put("gaps", Head.gaps(account));
    report.put(
        "problems",
        account.view().problems().stream()
            .map(one -> Map.of("what", one.what(), "remedy", one.remedy()))
            .toList());
    report.put(
        "again",
        Map.of("command", again.command(), "file", again.file(), "is_whole", again.isWhole()));
    report.put("run", sections(content.run()));
    report.put("chapter", sections(content.chapter()));
    report.put("record", sections(content.record()));
    return Json.value(report) + "\n";
  }

  private static List<Map<String, Object>> sections(List<Section> sections) {
    return sections.stream().map(ReportJson::section).toList();
  }

  private static Map<String, Object> section(Section section) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("title", section.title());
    facts.put("text", section.text());
    facts.put("figures", section.figures().stream().map(FigureJson::of).toList());
    return facts;
  }
}
