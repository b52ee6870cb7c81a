package io.sheaf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final long SEED = Long.getLong("seed", 20261122);

  @Test
  void editsInPlace() {
    Revision revision =
        Revision.of(
            "a  b\nc", List.of(new Edit(5, 6, "see"), new Edit(0, 1, ""), new Edit(3, 3, "x")));
    assertThat(revision.text()).isEqualTo("  xb\nsee");
    assertThat(revision.inverse().text()).isEqualTo("a  b\nc");
  }

  @Test
  void claimsNoChangeWhereThereIsNone() {
    assertThat(Revision.of("abc", List.of(new Edit(1, 2, "b"))).changes()).isFalse();
    Revision together = Revision.of("aa", List.of(new Edit(0, 1, ""), new Edit(2, 2, "a")));
    assertThat(together.changes()).isFalse();
  }

  @Test
  void refusesOverlaps() {
    assertThatThrownBy(() -> Revision.of("abc", List.of(new Edit(0, 2, ""), new Edit(1, 3, ""))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> Revision.of("abc", List.of(new Edit(2, 4, ""))))
        .hasMessageContaining("expected at most 3");
  }

  @Test
  void mapsSpans() {
    Revision revision =
        Revision.of("one two three", List.of(new Edit(0, 3, "1"), new Edit(4, 7, "second")));
    Span two = revision.map(new Span(4, 7));
    assertThat(two.of(revision.text())).isEqualTo("second");
    assertThat(revision.map(new Span(8, 13)).of(revision.text())).isEqualTo("three");
    assertThat(revision.map(new Span(5, 9)).of(revision.text())).isEqualTo("second t");
  }

  @Test
  void composesAndRestores() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      Revision first = random(Soup.narrow(random, 20, 6), random);
      Revision second = random(first.text(), random);
      Revision both = first.then(second);
      assertThat(both.text()).isEqualTo(second.text());
      assertThat(Revision.of(both.source(), both.edits()).text()).isEqualTo(second.text());
      assertThat(both.inverse().text()).isEqualTo(first.source());
      assertThat(Revision.of(both.text(), both.inverse().edits()).text()).isEqualTo(first.source());
    }
  }

  private static Revision random(String text, Random random) {
    List<Edit> edits = new ArrayList<>();
    int position = 0;
    while (position <= text.length() && random.nextInt(4) > 0) {
      int start = position + random.nextInt(Math.min(4, text.length() - position + 1));
      int end = start + random.nextInt(Math.min(3, text.length() - start + 1));
      edits.add(new Edit(start, end, Soup.narrow(random, 2, 6)));
      position = end;
    }
    return Revision.of(text, edits);
  }
}
