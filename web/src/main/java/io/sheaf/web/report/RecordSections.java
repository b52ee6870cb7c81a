package io.sheaf.web.report;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.RunAccount;
import io.sheaf.engine.observe.RunFacts;
import io.sheaf.web.Secrets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// With what a run was made, on which inputs, and what came out.
final class RecordSections {
  private RecordSections() {}

  static List<Section> of(RunAccount account) {
    RunFacts facts = account.facts();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Configuration", List.of(configuration(facts), methods(facts))));
    sections.add(inputs(facts));
    if (!account.outputs().isEmpty()) {
      sections.add(outputs(account));
    }
    sections.add(
        new Section(
            "Made with",
            List.of(pairs("Versions and machine", "what", "value", facts.madeWith()))));
    sections.add(events(account));
    return sections;
  }

  private static Figure configuration(RunFacts facts) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    facts
        .configuration()
        .forEach(
            (key, value) ->
                rows.add(
                    Arrays.asList(
                        key,
                        value == null ? null : String.valueOf(Secrets.masked(key, value)),
                        facts.origins().getOrDefault(key, ""))));
    return new Figure.Listing(
        Caption.of("Every key, and where its value came from"),
        List.of("key", "value", "from"),
        rows);
  }

  private static Figure methods(RunFacts facts) {
    return pairs("Methods", "of", "method", facts.methods());
  }

  private static Section inputs(RunFacts facts) {
    boolean many = facts.inputs().containsKey("sha256_of_all");
    return facts.inputs().isEmpty()
        ? Section.of("Inputs", "The units name no input files.")
        : new Section(
            "Inputs",
            many ? "So many that the record holds one digest of all; the journal has each." : "",
            List.of(pairs("Input files", "file", many ? "value" : "SHA-256", facts.inputs())));
  }

  private static Section outputs(RunAccount account) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    account
        .outputs()
        .forEach(file -> rows.add(List.of(file.name(), Words.bytes(file.bytes()), file.sha256())));
    return new Section(
        "Outputs",
        List.of(
            new Figure.Listing(
                new Caption(
                    "Files of out/",
                    rows.size() == RunAccount.MOST_OUTPUTS
                        ? "the first %,d; out/manifest.json has all".formatted(rows.size())
                        : ""),
                List.of("file", "size", "SHA-256"),
                rows)));
  }

  private static Section events(RunAccount account) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    account
        .events()
        .forEach(
            one ->
                rows.add(
                    List.of(Head.second(one.time()), one.kind(), Secrets.masked(one.detail()))));
    return new Section(
        "History",
        List.of(
            new Figure.Listing(
                new Caption("What happened to the run as a whole", "UTC"),
                List.of("time", "event", "detail"),
                rows)));
  }

  private static Figure pairs(String title, String name, String value, Map<String, String> pairs) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    pairs.forEach((key, text) -> rows.add(List.of(key, Secrets.masked(key, text))));
    return new Figure.Listing(Caption.of(title), List.of(name, value), rows);
  }
}
