package io.sheaf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
  private static final long SEED = Long.getLong("seed", 20261122);
  private final Similarity similarity = new Similarity();

  @Test
  void isTwoThirdsOfSharedCharacters() {
    assertThat(similarity.ratio("abcd", "bcde")).isEqualTo(0.75);
    assertThat(similarity.ratio("", "")).isEqualTo(1);
    assertThat(similarity.ratio("a", "")).isZero();
    assertThat(similarity.ofVariants(" Sleep\n", "sleep")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"10,2,4000", "70,2,1500", "140,3,500", "140,8,500", "300,5,60", "700,8,6"})
  void agreesWithItsPlainTwin(int most, int letters, int pairs) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED + most);
    for (int i = 0; i < pairs; i++) {
      String first = Soup.narrow(random, most, letters);
      String second = i % 2 == 0 ? Soup.narrow(random, most, letters) : mutated(first, random);
      assertThat(similarity.ratio(first, second))
          .as("%s | %s", first, second)
          .isEqualTo(PlainSimilarity.ratio(first, second));
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(5); i > 0 && !changed.isEmpty(); i--) {
      int place = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(place);
        case 1 -> changed.insert(place, 'b');
        default -> changed.setCharAt(place, 'q');
      }
    }
    return changed.toString();
  }

  /// The way of long texts, on texts that are short enough for the other.
  @Test
  void findsTheSameLongestBlockByAutomaton() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    Symbols symbols = new Symbols();
    SuffixAutomaton automaton = new SuffixAutomaton();
    for (int i = 0; i < 2000; i++) {
      String first = Soup.narrow(random, 30, 3);
      String second = Soup.narrow(random, 30, 3);
      symbols.read(first, second, false);
      automaton.find(symbols, 0, symbols.firstLength(), 0, symbols.secondLength());
      String block = first.substring(automaton.first(), automaton.first() + automaton.length());
      assertThat(second.indexOf(block)).isEqualTo(automaton.second());
      assertThat(first.indexOf(block)).isEqualTo(automaton.first());
      assertThat(longest(first, second)).isEqualTo(block);
      symbols.clear();
    }
  }

  /// The first of the longest.
  private static String longest(String first, String second) {
    for (int length = Math.min(first.length(), second.length()); length > 0; length--) {
      for (int start = 0; start + length <= first.length(); start++) {
        if (second.contains(first.substring(start, start + length))) {
          return first.substring(start, start + length);
        }
      }
    }
    return "";
  }

  /// Values of Python 3.11's difflib, see difflib.md beside the table.
  @Test
  void agreesWithDifflib() throws IOException {
    List<String> lines = resource("difflib.tsv");
    assertThat(lines).hasSizeGreaterThan(100);
    Similarity compatible = new Similarity(Similarity.Mode.DIFFLIB);
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      assertThat(similarity.ratio(cells[0], cells[1]))
          .as(line)
          .isEqualTo(Double.parseDouble(cells[2]));
      assertThat(compatible.ratio(cells[0], cells[1]))
          .as(line)
          .isEqualTo(Double.parseDouble(cells[3]));
    }
  }

  private static List<String> resource(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SimilarityTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  @Test
  void copesWithLongTexts() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder();
    while (text.length() < 200_000) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    String first = text.toString();
    for (int i = 0; i < 5; i++) {
      text.setCharAt(i * 30_000 + 7, '#');
    }
    assertThat(similarity.ratio(first, text.toString()))
        .isEqualTo(2.0 * (first.length() - 5) / (2.0 * first.length()));
  }
}
