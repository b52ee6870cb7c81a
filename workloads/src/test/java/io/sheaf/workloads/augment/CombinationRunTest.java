package io.sheaf.workloads.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Edit;
import io.sheaf.text.Evidence;
import io.sheaf.text.Revision;
import io.sheaf.text.Similarity;
import io.sheaf.text.combination.Combination;
import io.sheaf.text.combination.RowAugmenter;
import io.sheaf.text.combination.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationRunTest {
  private static final Combination COMBINATION = new Combination(List.of("mine"));

  private static CombinationRun run(Augmenter step) {
    Similarity similarity = new Similarity();
    Rules rules = new Rules(1, 0, 1, 1, 1, 1000);
    return new CombinationRun(
        COMBINATION,
        new RowAugmenter(List.of(step), rules, similarity, new Evidence(similarity, 0.5)),
        1);
  }

  private static SourceRow row(long number, String post) {
    return new SourceRow(number, post, post, List.of(), "");
  }

  @Test
  void aRowThatFailsIsNamedAndTheOthersGoOn() throws InterruptedException {
    Augmenter step =
        (passage, _) -> {
          if (passage.text().startsWith("bad")) {
            throw new UncheckedIOException(new IOException("no answer"));
          }
          return Revision.of(passage.text(), List.of(new Edit(0, 4, "fine")));
        };
    UnitOutput output =
        run(step)
            .over(
                List.of(row(0, "good days"), row(1, "bad days"), row(2, "good nights")),
                new AugmentVerification.Repetition());
    assertThat(output.rows())
        .filteredOn(DatasetFiles::isVariant)
        .extracting(row -> row.text(1))
        .containsExactly("fine days", "fine nights");
    assertThat(output.rows())
        .filteredOn(row -> row.table().equals(AugmentTables.PROBLEMS.name()))
        .extracting(row -> row.text(1))
        .containsExactly(COMBINATION.id() + " failed: no answer");
    assertThat(output.rows()).contains(CombinationRun.tally(COMBINATION, "failed", 1));
    assertThat(CombinationRun.hasFailure(output)).isTrue();
  }

  @Test
  void stopsAtTheNextRow() {
    Augmenter step =
        (passage, _) -> {
          Thread.currentThread().interrupt();
          return Revision.none(passage.text());
        };
    assertThatThrownBy(
            () ->
                run(step)
                    .over(
                        List.of(row(1, "good days"), row(2, "good nights")),
                        new AugmentVerification.Repetition()))
        .isInstanceOf(InterruptedException.class);
    Thread.interrupted();
  }
}
