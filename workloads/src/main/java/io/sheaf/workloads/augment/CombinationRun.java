package io.sheaf.workloads.augment;

import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.text.Edit;
import io.sheaf.text.EvidenceMatch;
import io.sheaf.text.Revision;
import io.sheaf.text.Span;
import io.sheaf.text.combination.Combination;
import io.sheaf.text.combination.RowAugmenter;
import io.sheaf.text.combination.RowResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One combination over a block of rows. Confined to one thread.
final class CombinationRun {
  private static final String FAILED = "failed";

  private final Combination combination;
  private final RowAugmenter augmenter;
  private final long seed;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Long> tally = new TreeMap<>();

  CombinationRun(Combination combination, RowAugmenter augmenter, long seed) {
    this.combination = combination;
    this.augmenter = augmenter;
    this.seed = seed;
  }

  UnitOutput over(List<SourceRow> block, UnitContext context) throws InterruptedException {
    for (SourceRow row : block) {
      context.checkCancelled();
      augment(row);
    }
    tally.forEach((what, count) -> rows.add(tally(combination, what, count)));
    return new UnitOutput(rows);
  }

  static Row tally(Combination combination, String what, long count) {
    return new Row(AugmentTables.TALLY, List.of(combination.id(), what, count));
  }

  private void augment(SourceRow row) {
    if (!row.problem().isEmpty()) {
      skip(row, row.problem(), "malformed row");
      return;
    }
    long rowSeed = combination.rowSeed(seed, row.number());
    try {
      switch (augmenter.augment(row.post(), row.evidence(), rowSeed)) {
        case RowResult.Augmented augmented -> write(row, rowSeed, augmented);
        case RowResult.Skipped skipped -> skip(row, problem(skipped), skipped.reason().words());
      }
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      skip(row, combination.id() + " failed: " + cause.getMessage(), FAILED);
    }
  }

  /// Whether a row failed, which may succeed another time.
  static boolean hasFailure(UnitOutput output) {
    return output.rows().stream()
        .anyMatch(row -> row.table().equals(AugmentTables.TALLY) && row.text(1).equals(FAILED));
  }

  /// What is wrong with the row itself, empty where only this combination has no variant of it.
  private static String problem(RowResult.Skipped skipped) {
    return switch (skipped.reason()) {
      case NO_EVIDENCE, NOT_FOUND, TOO_LONG -> skipped.reason().words();
      case NOTHING_TO_CHANGE, NOT_SIMILAR, OTHER_MEANING -> "";
    };
  }

  private void skip(SourceRow row, String problem, String kind) {
    tally.merge(kind, 1L, Long::sum);
    if (!problem.isEmpty()) {
      rows.add(new Row(AugmentTables.PROBLEMS.name(), List.of(row.number(), problem)));
    }
  }

  private void write(SourceRow row, long rowSeed, RowResult.Augmented augmented) {
    for (int variant = 0; variant < augmented.variants().size(); variant++) {
      rows.add(row(row, rowSeed, augmented, variant));
    }
  }

  private Row row(SourceRow row, long rowSeed, RowResult.Augmented augmented, int variant) {
    Span span = augmented.span();
    RowResult.Variant one = augmented.variants().get(variant);
    Revision revision = one.revision();
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(
        row.post().substring(0, span.start()) + revision.text() + row.post().substring(span.end()));
    cells.addAll(
        List.of(revision.text(), revision.source(), combination.source(), combination.id()));
    cells.addAll(row.handedOn());
    cells.addAll(List.of(row.number(), (long) variant, rowSeed, one.similarity()));
    cells.addAll(match(augmented.match()));
    cells.add((long) row.post().codePointCount(0, span.start()));
    cells.add(edits(revision));
    return new Row(combination.name(), cells);
  }

  private static List<Object> match(EvidenceMatch match) {
    return switch (match) {
      case EvidenceMatch.Exact _ -> List.of("exact", 1.0);
      case EvidenceMatch.Fuzzy(_, double score) -> List.of("fuzzy", score);
      case EvidenceMatch.Missing _ -> List.of("missing", 0.0);
    };
  }

  /// `[[start, end, replacement], …]` in code points of the original evidence.
  private static String edits(Revision revision) {
    List<List<Object>> edits = new ArrayList<>();
    String source = revision.source();
    for (Edit edit : revision.edits()) {
      edits.add(
          List.of(
              source.codePointCount(0, edit.start()),
              source.codePointCount(0, edit.end()),
              edit.replacement()));
    }
    return JsonMapper.shared().writeValueAsString(edits);
  }
}
