package io.sheaf.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final String POST =
      "Hello all.\nI have not slept for days!  I can't eat\tanything. What now?";
  private final Evidence evidence = new Evidence(new Similarity(), Evidence.USUAL_SCORE);

  @Test
  void findsTheFirstExactPlace() {
    assertThat(evidence.locate("a b a b", "a b"))
        .isEqualTo(new EvidenceMatch.Exact(new Span(0, 3)));
    assertThat(evidence.locate(POST, " What now? "))
        .isEqualTo(new EvidenceMatch.Exact(new Span(POST.length() - 9, POST.length())));
  }

  @Test
  void findsTheMostSimilarSentenceWithoutWhatSurroundsIt() {
    assertThat(fuzzy("i cant eat anything")).isEqualTo("I can't eat\tanything");
    assertThat(fuzzy("I cant eat anything.")).isEqualTo("I can't eat\tanything.");
    assertThat(fuzzy("I have not slept for day!")).isEqualTo("I have not slept for days!");
  }

  private String fuzzy(String wanted) {
    EvidenceMatch match = evidence.locate(POST, wanted);
    assertThat(match).isInstanceOf(EvidenceMatch.Fuzzy.class);
    EvidenceMatch.Fuzzy found = (EvidenceMatch.Fuzzy) match;
    assertThat(found.score()).isBetween(0.9, 1.0);
    return found.span().of(POST);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(evidence.locate(POST, "  ")).isEqualTo(new EvidenceMatch.Missing(0));
    assertThat(evidence.locate(POST, "zzzz qqqq xxxx kkkk"))
        .isInstanceOf(EvidenceMatch.Missing.class);
    assertThat(evidence.locate("", "a")).isEqualTo(new EvidenceMatch.Missing(0));
  }
}
