package io.sheaf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final long SEED = Long.getLong("seed", 20261122);

  @Test
  void keepsContractionsNumbersAndAddressesWhole() {
    assertThat(words("I don’t know.  It's 3:45, well-known"))
        .containsExactly(
            "WORD I",
            "WORD don’t",
            "WORD know",
            "WORD It's",
            "NUMBER 3:45",
            "WORD well",
            "WORD known");
    assertThat(words("see https://a.b/c?d=e, me.too@host.org or www.x.org/y. @you #sad"))
        .containsExactly(
            "WORD see",
            "ADDRESS https://a.b/c?d=e",
            "ADDRESS me.too@host.org",
            "WORD or",
            "ADDRESS www.x.org/y",
            "ADDRESS @you",
            "ADDRESS #sad");
    assertThat(words("end.Next example.com 1,000 'quoted' 3rd"))
        .containsExactly(
            "WORD end",
            "WORD Next",
            "ADDRESS example.com",
            "NUMBER 1,000",
            "WORD quoted",
            "NUMBER 3rd");
  }

  private static List<String> words(String text) {
    Words words = new Words(text);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      found.add(words.kind(i) + " " + words.of(i));
    }
    return found;
  }

  @Test
  void areInOrderAndApartInAnyText() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String text = Soup.of(random);
      Words words = new Words(text);
      int end = 0;
      for (int word = 0; word < words.size(); word++) {
        assertThat(words.start(word)).as(text).isGreaterThanOrEqualTo(end);
        assertThat(words.length(word)).as(text).isPositive();
        end = words.end(word);
      }
      assertThat(end).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void keepsTheCaseOfWords() {
    assertThat(Letters.inCaseOf("Happy", "glad")).isEqualTo("Glad");
    assertThat(Letters.inCaseOf("HAPPY", "glad")).isEqualTo("GLAD");
    assertThat(Letters.inCaseOf("I", "we")).isEqualTo("We");
    assertThat(Letters.inCaseOf("happy", "Paris")).isEqualTo("Paris");
    assertThat(Letters.characterEnd("e\u0301x", 0, 3)).isEqualTo(2);
    assertThat(Letters.characterEnd("👩‍👩‍👧x", 0, 9)).isEqualTo(8);
  }
}
