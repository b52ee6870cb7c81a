package io.sheaf.text.model;

import ai.onnxruntime.OnnxTensor;
import io.sheaf.text.Span;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// A model that was trained to guess masked words, in the ONNX format. Thread-safe; remembers what
/// it has guessed lately.
///
/// Its directory has `model.onnx` and either `vocab.txt`, as uncased BERT models do, or
/// `vocab.json` and `merges.txt`, as RoBERTa models do; with `SHA256SUMS`, these are checked. Each
/// pass is on one thread, and of one text alone, so that numbers hang on the text. They depend on
/// the processor in their last digits.
public final class MaskedLanguageModel implements Closeable {
  /// A word that could stand at a place.
  ///
  /// @param probability of all pieces, in [0, 1]
  public record Guess(String word, double probability) {}

  /// A place of a text among others that are asked about.
  private record Question(String text, List<Span> places, int place, int most) {
    Question at(int other) {
      return new Question(text, places, other, most);
    }
  }

  private static final String MODEL = "model.onnx";
  private static final int MOST_PIECES = 128;
  private static final int MOST_REMEMBERED = 5000;

  private final Map<Question, List<Guess>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, List<Guess>> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });
  private final OnnxSession session;
  private final Subwords pieces;
  private final String digest;

  private MaskedLanguageModel(OnnxSession session, Subwords pieces, String digest) {
    this.session = session;
    this.pieces = pieces;
    this.digest = digest;
  }

  /// Loads a model.
  ///
  /// @throws IOException if anything is missing, is not what its checksum says, or cannot be read;
  ///   the message says what
  public static MaskedLanguageModel load(Path directory) throws IOException {
    OnnxRuntime.check();
    Path model = directory.resolve(MODEL);
    if (!Files.exists(model)) {
      throw new IOException("%s does not exist".formatted(model));
    }
    String digest = Checksums.check(directory).get(MODEL);
    Subwords pieces = pieces(directory);
    return new MaskedLanguageModel(
        new OnnxSession(
            model.toString(),
            1,
            (environment, options) -> environment.createSession(model.toString(), options)),
        pieces,
        digest == null ? Checksums.of(model) : digest);
  }

  private static Subwords pieces(Path directory) throws IOException {
    Path plain = directory.resolve("vocab.txt");
    Subwords pieces =
        Files.exists(plain)
            ? WordPiece.of(Files.readAllLines(plain))
            : new BytePairs(directory.resolve("vocab.json"), directory.resolve("merges.txt"));
    try {
      pieces.mask();
      pieces.start();
      pieces.end();
    } catch (IllegalArgumentException e) {
      throw new IOException(directory + ": " + e.getMessage(), e);
    }
    return pieces;
  }

  /// The SHA-256 of the model.
  public String digest() {
    return digest;
  }

  /// The likeliest words at one of the places of a text, the likeliest first.
  ///
  /// As many places go through the model together as make 128 pieces, which takes half as long as
  /// one by one; so guesses depend a little on what the places are, and not on their order of
  /// asking.
  ///
  /// @param places what words would replace; an empty one is where a word would be put in
  /// @param place which of them, counted from 0
  /// @param most how many pieces are considered; those that are no words are left out
  /// @throws UncheckedIOException if the model fails
  public List<Guess> guesses(String text, List<Span> places, int place, int most) {
    Question question = new Question(text, places, place, most);
    List<Guess> found = known.get(question);
    if (found == null) {
      try {
        found = answer(question);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private List<Guess> answer(Question question) throws IOException {
    List<Integer> asked = together(question);
    long[][] texts = asked.stream().map(place -> numbers(question, place)).toArray(long[][]::new);
    float[][] logits = session.run(texts, all -> at(all, texts));
    Map<Question, List<Guess>> answers = new HashMap<>();
    for (int i = 0; i < logits.length; i++) {
      int place = asked.get(i);
      boolean first = question.text.substring(0, question.places.get(place).start()).isBlank();
      answers.put(question.at(place), guesses(logits[i], question.most, first));
    }
    known.putAll(answers);
    return Objects.requireNonNull(answers.get(question));
  }

  /// The places that go through together with one: of those with as many pieces, in their order,
  /// its share.
  private List<Integer> together(Question question) {
    int length = numbers(question, question.place).length;
    List<Integer> alike =
        IntStream.range(0, question.places.size())
            .filter(place -> numbers(question, place).length == length)
            .boxed()
            .toList();
    int size = session.isForOne() ? 1 : Math.max(1, MOST_PIECES / length);
    int from = alike.indexOf(question.place) / size * size;
    return alike.subList(from, Math.min(alike.size(), from + size));
  }

  private long[] numbers(Question question, int place) {
    Span span = question.places.get(place);
    String gap = span.start() == span.end() ? " " : "";
    return pieces.masked(
        question.text.substring(0, span.start()),
        gap + question.text.substring(span.end()),
        MOST_PIECES);
  }

  private List<Guess> guesses(float[] logits, int most, boolean first) {
    List<Guess> guesses = new ArrayList<>();
    double sum = 0;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
    for (float logit : logits) {
      sum += Math.exp(logit - greatest);
    }
    for (int piece : greatest(logits, most)) {
      String word = pieces.word(piece, first);
      if (!word.isEmpty()) {
        guesses.add(new Guess(word, Math.exp(logits[piece] - greatest) / sum));
      }
    }
    return List.copyOf(guesses);
  }

  /// The pieces of the greatest numbers, the greatest first.
  private static List<Integer> greatest(float[] logits, int most) {
    PriorityQueue<Integer> kept =
        new PriorityQueue<>(
            (one, other) ->
                logits[one] == logits[other]
                    ? Integer.compare(other, one)
                    : Float.compare(logits[one], logits[other]));
    for (int piece = 0; piece < logits.length; piece++) {
      if (kept.size() < most) {
        kept.add(piece);
      } else if (logits[piece] > logits[kept.element()]) {
        kept.remove();
        kept.add(piece);
      }
    }
    List<Integer> pieces = new ArrayList<>();
    while (!kept.isEmpty()) {
      pieces.add(kept.remove());
    }
    return pieces.reversed();
  }

  /// The numbers of all pieces at the masked place of each text.
  private float[][] at(OnnxTensor logits, long[][] texts) {
    long[] shape = logits.getInfo().getShape();
    int size = (int) shape[shape.length - 1];
    FloatBuffer all = logits.getFloatBuffer();
    float[][] values = new float[texts.length][Math.min(size, pieces.size())];
    for (int text = 0; text < values.length; text++) {
      // Some models answer for masked places only, others for all.
      int place = shape.length == 2 ? text : text * texts[text].length + masked(texts[text]);
      all.get(place * size, values[text]);
    }
    return values;
  }

  private int masked(long[] numbers) {
    int place = 0;
    while (numbers[place] != pieces.mask()) {
      place++;
    }
    return place;
  }

  @Override
  public void close() {
    session.close();
  }
}
