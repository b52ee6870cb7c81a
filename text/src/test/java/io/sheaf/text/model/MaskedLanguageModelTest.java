package io.sheaf.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sheaf.text.Span;
import io.sheaf.text.model.MaskedLanguageModel.Guess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    String text = "they like the old house and the unbelievable garden";
    List<Span> places = List.of(span(text, "like"), span(text, "unbelievable"), span(text, "old"));
    WordPiece pieces = WordPiece.of(TINY.pieces);
    try (MaskedLanguageModel model = MaskedLanguageModel.load(bert)) {
      for (int place = 0; place < places.size(); place++) {
        Span span = places.get(place);
        long[] numbers =
            pieces.masked(text.substring(0, span.start()), text.substring(span.end()), 128);
        double[] expected = new PlainBert(TINY).probabilities(numbers, pieces.mask());
        List<Guess> guesses = model.guesses(text, places, place, pieces.size());
        assertThat(guesses).hasSizeGreaterThan(1400);
        // Eight bits: a hundredth of the range of each number, through two layers.
        for (Guess guess : guesses.subList(0, 5)) {
          assertThat(guess.probability())
              .isCloseTo(expected[pieces.numbers(guess.word()).getFirst()], within(0.02));
        }
        double best = DoubleStream.of(expected).max().orElseThrow();
        assertThat(expected[pieces.numbers(guesses.getFirst().word()).getFirst()])
            .isGreaterThan(best / 2);
      }
    }
  }

  private static Span span(String text, String word) {
    return new Span(text.indexOf(word), text.indexOf(word) + word.length());
  }

  /// Places of which only some go through the model together.
  @Test
  void guessesDoNotHangOnTheOrderOfAsking() throws IOException {
    String text = "they like the old house and the old garden ".repeat(3);
    List<Span> places = new ArrayList<>();
    for (int at = 0; at < text.length(); at = text.indexOf(' ', at) + 1) {
      places.add(new Span(at, text.indexOf(' ', at)));
    }
    try (MaskedLanguageModel one = MaskedLanguageModel.load(bert);
        MaskedLanguageModel other = MaskedLanguageModel.load(bert)) {
      Map<Integer, List<Guess>> found = new HashMap<>();
      for (int place = places.size() - 1; place >= 0; place -= 2) {
        found.put(place, one.guesses(text, places, place, 30));
      }
      for (int place = 0; place < places.size(); place++) {
        List<Guess> guesses = other.guesses(text, places, place, 30);
        assertThat(found.getOrDefault(place, guesses)).isEqualTo(guesses);
      }
      assertThat(other.guesses(text, places, 3, 30))
          .isNotEqualTo(other.guesses(text, places, 4, 30));
    }
  }

  private static List<Guess> between(
      MaskedLanguageModel model, String before, String after, int most) {
    Span place = new Span(before.length(), before.length());
    return model.guesses(before + after, List.of(place), 0, most);
  }

  /// As models do that others have converted; some take one text at a time only.
  @ParameterizedTest
  @ValueSource(strings = {"texts", "1"})
  void readsModelsThatAnswerForAllPlaces(String texts) throws IOException {
    List<String> pieces = List.of("[CLS]", "[SEP]", "[MASK]", "[UNK]", "old", "new", "house");
    int size = pieces.size();
    Path directory = Files.createDirectories(folder.resolve("all-" + texts));
    Files.write(directory.resolve("vocab.txt"), pieces);
    try (OutputStream out = Files.newOutputStream(directory.resolve("model.onnx"))) {
      OnnxFile file = new OnnxFile(out);
      file.value(true, "input_ids", OnnxFile.Type.INT64, List.of(texts, "length"));
      float[] table = new float[size * size];
      for (int piece = 0; piece < size; piece++) {
        table[piece * size + pieces.indexOf(piece == 2 ? "new" : "old")] = 9;
      }
      file.output("Gather", List.of(file.floats(table, size, size), "input_ids"), "logits");
      file.value(
          false, "logits", OnnxFile.Type.FLOAT, List.of(texts, "length", String.valueOf(size)));
    }
    String text = "house old house";
    List<Span> places = List.of(span(text, "house"), span(text, "old"), new Span(10, 15));
    try (MaskedLanguageModel model = MaskedLanguageModel.load(directory)) {
      for (int place = 0; place < places.size(); place++) {
        assertThat(model.guesses(text, places, place, 2).getFirst().word()).isEqualTo("new");
      }
    }
  }

  @Test
  void copesWithTextsOfAnyLength() throws IOException {
    try (MaskedLanguageModel model = MaskedLanguageModel.load(bert)) {
      assertThat(between(model, "", "", 30)).isNotEmpty();
      assertThat(between(model, "old house ".repeat(500), " the ".repeat(500), 30)).isNotEmpty();
      assertThat(between(model, "old house", "", 30))
          .isEqualTo(between(model, "old house", "", 30))
          .isNotEqualTo(between(model, "new house", "", 30));
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
      assertThat(between(model, "the capital of france is ", ".", 5).getFirst().word())
          .isEqualTo("paris");
      assertThat(between(model, "i feel ", "and cannot sleep", 20))
          .extracting(Guess::word)
          .contains("sick", "ill", "tired", "weak", "exhausted");
    }
  }
}
