package io.sheaf.workloads.augment;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Series;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.text.combination.Combination;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What reports show of an augmentation: how many variants each combination made, how near they are
/// to their originals, what was rejected and why, and some variants in their posts.
final class AugmentChapter {
  private static final Table MANIFEST = AugmentTables.MANIFEST;
  private static final int MOST_BARS = 50;
  private static final int MOST_LINES = 200;

  private AugmentChapter() {}

  static List<Section> of(Settings settings, ResultTables tables) throws IOException {
    List<Row> combinations = new ArrayList<>();
    tables.each(MANIFEST.name(), combinations::add);
    if (combinations.isEmpty()) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    sections.add(made(combinations));
    Variants variants = Variants.read(settings, tables, combinations);
    variants.similarity().ifPresent(sections::add);
    sections.add(rejected(settings, tables, combinations));
    variants.samples().ifPresent(sections::add);
    return sections;
  }

  static Combination combination(Row row) {
    return new Combination(List.of(row.text(MANIFEST.index("methods")).split("\\+", -1)));
  }

  static long rows(Row row) {
    return (long) row.number(MANIFEST.index("rows"));
  }

  private static Section made(List<Row> combinations) {
    List<Row> most =
        combinations.stream()
            .filter(row -> rows(row) > 0)
            .sorted(Comparator.comparingLong(AugmentChapter::rows).reversed())
            .limit(MOST_BARS)
            .toList();
    long all = combinations.stream().mapToLong(AugmentChapter::rows).sum();
    long productive = combinations.stream().filter(row -> rows(row) > 0).count();
    Map<String, Double> status = new TreeMap<>();
    combinations.forEach(row -> status.merge(row.text(MANIFEST.index("status")), 1.0, Double::sum));
    return new Section(
        "Variants",
        "%,d variants by %,d of %,d combinations of methods."
            .formatted(all, productive, combinations.size()),
        List.of(
            new Figure.Bars(
                new Caption(
                    "Variants by combination",
                    productive > MOST_BARS
                        ? "the %d most productive of %,d".formatted(MOST_BARS, productive)
                        : ""),
                "variants",
                most.stream().map(row -> row.text(MANIFEST.index("methods"))).toList(),
                List.of(new Series("", most.stream().map(row -> (double) rows(row)).toList()))),
            new Figure.Bars(
                Caption.of("How combinations ended"),
                "combinations",
                List.copyOf(status.keySet()),
                List.of(new Series("", List.copyOf(status.values()))))));
  }

  private static Section rejected(Settings settings, ResultTables tables, List<Row> combinations)
      throws IOException {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    DatasetFiles files = new DatasetFiles(settings);
    long left = 0;
    for (Row row : combinations) {
      double skipped = row.number(MANIFEST.index("rows_skipped"));
      if (skipped == 0 && row.text(MANIFEST.index("status")).equals("ok")) {
        continue;
      }
      if (lines.size() == MOST_LINES) {
        left++;
        continue;
      }
      Object reason = row.cells().get(MANIFEST.index("reason"));
      lines.add(
          Arrays.asList(
              row.text(MANIFEST.index("methods")),
              row.text(MANIFEST.index("status")),
              (long) skipped,
              reason == null ? files.skipped(tables.out(), combination(row)) : reason));
    }
    if (lines.isEmpty()) {
      return Section.of("Rejected", "No row was rejected.");
    }
    return new Section(
        "Rejected",
        List.of(
            new Figure.Listing(
                new Caption(
                    "Combinations that left rows out, or made none",
                    left == 0 ? "" : "%,d more are in manifest_final.csv".formatted(left)),
                List.of("methods", "status", "rows left out", "why"),
                lines)));
  }
}
