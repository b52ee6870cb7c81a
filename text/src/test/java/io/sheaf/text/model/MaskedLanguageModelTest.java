package io.sheaf.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sheaf.text.model.MaskedLanguageModel.Guess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedLanguageModelTest {
  private static final TinyBert TINY = new TinyBert();

  @TempDir private static Path folder;
  private static Path bert = Path.of("");

  @BeforeAll
  static void convert() throws IOException {
    bert = TinyBert.models(folder).resolve("bert");
  }

  @Test
  void guessesAsAPlainForwardPassDoes() throws IOException {
    assertThat(Files.size(bert.resolve("model.onnx"))).isLessThan(200_000);
    try (MaskedLanguageModel model = MaskedLanguageModel.load(bert)) {
      WordPiece pieces = WordPiece.of(TINY.pieces);
      long[] numbers = pieces.masked("they like ", " and the old house", 128);
      double[] expected = new PlainBert(TINY).probabilities(numbers, pieces.mask());
      List<Guess> guesses = model.guesses("they like ", " and the old house", pieces.size());
      assertThat(guesses).hasSizeGreaterThan(1400);
      // Eight bits: a hundredth of the range of each number, through two layers.
      for (Guess guess : guesses.subList(0, 5)) {
        assertThat(guess.probability())
            .isCloseTo(expected[pieces.numbers(guess.word()).getFirst()], within(0.02));
      }
      double best = 0;
      for (double one : expected) {
        best = Math.max(best, one);
      }
      assertThat(expected[pieces.numbers(guesses.getFirst().word()).getFirst()])
          .isGreaterThan(best / 2);
    }
  }

  @Test
  void copesWithTextsOfAnyLength() throws IOException {
    try (MaskedLanguageModel model = MaskedLanguageModel.load(bert)) {
      assertThat(model.guesses("", "", 30)).isNotEmpty();
      assertThat(model.guesses("old house ".repeat(500), " the ".repeat(500), 30)).isNotEmpty();
      assertThat(model.guesses("old house", "", 30))
          .isEqualTo(model.guesses("old house", "", 30))
          .isNotEqualTo(model.guesses("new house", "", 30));
    }
  }

  @Test
  void saysWhatIsMissingOrDamaged() throws IOException {
    assertThatThrownBy(() -> MaskedLanguageModel.load(folder.resolve("nowhere")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere/model.onnx does not exist");
    Path damaged = TinyBert.models(folder.resolve("damaged")).resolve("bert");
    Files.writeString(damaged.resolve("vocab.txt"), "\nmore", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> MaskedLanguageModel.load(damaged))
        .hasMessageContaining("vocab.txt is not what");
    Files.writeString(damaged.resolve("SHA256SUMS"), "\n");
    assertThatThrownBy(() -> MaskedLanguageModel.load(damaged))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SHA256SUMS: `` is no checksum");
    Path jar = new TinyBert().jar(folder.resolve("flipped.jar"));
    assertThatThrownBy(() -> BertWeights.convert(bert.resolve("vocab.txt"), folder.resolve("x")))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("x")).doesNotExist();
    BertWeights.convert(jar, folder.resolve("y"));
    assertThatThrownBy(() -> BertWeights.convert(jar, folder.resolve("y")))
        .isInstanceOf(IOException.class);
  }

  /// Longer ones end the process.
  @Test
  void refusesACommandLineThatTheRuntimeCannotRead() {
    assertThatCode(() -> OnnxRuntime.check(3900)).doesNotThrowAnyException();
    assertThatThrownBy(() -> OnnxRuntime.check(3901))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("command line of 3901 bytes");
  }

  /// The real model, where `sheaf augment models fetch bert` has put it.
  @Test
  void theRealModelKnowsWhatPeopleSay() throws IOException {
    Path real = Path.of(System.getProperty("sheaf.bert", "../models/bert"));
    assumeThat(real.resolve("model.onnx")).as("`sheaf augment models fetch bert`").exists();
    try (MaskedLanguageModel model = MaskedLanguageModel.load(real)) {
      assertThat(model.guesses("the capital of france is ", " .", 5).getFirst().word())
          .isEqualTo("paris");
      assertThat(model.guesses("i feel ", " and cannot sleep", 20))
          .extracting(Guess::word)
          .contains("sick", "ill", "tired", "weak", "exhausted");
    }
  }
}
