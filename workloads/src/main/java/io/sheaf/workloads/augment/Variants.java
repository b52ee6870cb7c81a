package io.sheaf.workloads.augment;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Passage;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.chapter.Thinned;
import io.sheaf.engine.chapter.Values;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.text.combination.Combination;
import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The variants of as many combinations as can be read in seconds. Confined to one thread.
final class Variants {
  private static final long MOST_ROWS = 100_000;
  private static final int SAMPLES = 12;
  private static final int MOST_LINES = 200;

  private final Values similarities = new Values();
  private final List<List<@Nullable Object>> lines = new ArrayList<>();
  private final Thinned<Passage> samples = new Thinned<>(SAMPLES);
  private long combinations;
  private long unread;

  private Variants() {}

  static Variants read(Settings settings, ResultTables tables, List<Row> manifest)
      throws IOException {
    Variants variants = new Variants();
    long rows = 0;
    for (Row row : manifest) {
      rows += AugmentChapter.rows(row);
      if (AugmentChapter.rows(row) > 0 && rows <= MOST_ROWS) {
        variants.add(settings, tables, AugmentChapter.combination(row));
      } else if (AugmentChapter.rows(row) > 0) {
        variants.unread++;
      }
    }
    return variants;
  }

  private void add(Settings settings, ResultTables tables, Combination combination)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    if (settings.flag("global_dedupe")) {
      tables.each(combination.name(), rows::add);
    } else {
      rows.addAll(new DatasetFiles(settings).read(tables.out(), combination));
    }
    if (rows.isEmpty()) {
      return;
    }
    Table table = AugmentTables.dataset(combination, settings);
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    for (Row row : rows) {
      double similarity = row.number(table.index("similarity"));
      similarities.add(size(combination), similarity);
      range.accept(similarity);
    }
    combinations++;
    if (lines.size() < MOST_LINES) {
      lines.add(
          List.of(
              combination.source(),
              range.getCount(),
              range.getMin(),
              range.getAverage(),
              range.getMax()));
    }
    // Not the same row of each, so that the samples show different posts.
    Row sample = rows.get((int) (combinations * 7919 % rows.size()));
    samples.add(SampleEdit.passage(sample, table));
  }

  private static String size(Combination combination) {
    int methods = combination.methods().size();
    return methods == 1 ? "1 method" : methods + " methods";
  }

  Optional<Section> similarity() {
    if (similarities.count() == 0) {
      return Optional.empty();
    }
    String left = unread == 0 ? "" : "; %,d more combinations were not read".formatted(unread);
    return Optional.of(
        new Section(
            "Similarity",
            List.of(
                similarities.histogram(
                    new Caption(
                        "Similarity of variants to their originals",
                        "Ratcliff-Obershelp, 0 to 1; %,d variants of %,d combinations%s"
                            .formatted(similarities.count(), combinations, left)),
                    "similarity"),
                new Figure.Listing(
                    new Caption(
                        "Similarity by combination",
                        combinations > MOST_LINES ? "the first %d".formatted(MOST_LINES) : ""),
                    List.of("methods", "variants", "least", "mean", "greatest"),
                    lines))));
  }

  Optional<Section> samples() {
    return samples.kept().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "Sample edits",
                "Evidence in its post: what was struck out was there before, what is underlined is"
                    + " new.",
                List.of(
                    new Figure.Passages(
                        Caption.of(
                            "A variant each of %d combinations".formatted(samples.kept().size())),
                        samples.kept()))));
  }
}
