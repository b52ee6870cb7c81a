package io.sheaf.text.model;

import ai.onnxruntime.OnnxTensor;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// A model that was trained to guess masked words, in the ONNX format. Thread-safe; remembers what
/// it has guessed lately.
///
/// Its directory has `model.onnx` and either `vocab.txt`, as uncased BERT models do, or
/// `vocab.json` and `merges.txt`, as RoBERTa models do; with `SHA256SUMS`, these are checked. Texts
/// go through one by one on one thread, so that all threads get the same numbers. They depend on
/// the processor in their last digits.
public final class MaskedLanguageModel implements Closeable {
  /// A word that could stand at a place.
  ///
  /// @param probability of all pieces, in [0, 1]
  public record Guess(String word, double probability) {}

  private record Question(String before, String after, int most) {}

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

  /// The likeliest words between two parts of a text, the likeliest first.
  ///
  /// @param most how many pieces are considered; those that are no words are left out
  /// @throws UncheckedIOException if the model fails
  public List<Guess> guesses(String before, String after, int most) {
    Question question = new Question(before, after, most);
    List<Guess> found = known.get(question);
    if (found == null) {
      try {
        found = answer(question);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      known.put(question, found);
    }
    return found;
  }

  private List<Guess> answer(Question question) throws IOException {
    long[] numbers = pieces.masked(question.before, question.after, MOST_PIECES);
    float[] logits = session.run(numbers, all -> at(all, place(numbers, all.getInfo().getShape())));
    boolean first = question.before.isBlank();
    List<Guess> guesses = new ArrayList<>();
    double sum = 0;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
    for (float logit : logits) {
      sum += Math.exp(logit - greatest);
    }
    for (int piece : greatest(logits, question.most)) {
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

  /// Some models answer for masked places only, others for all.
  private int place(long[] numbers, long[] shape) {
    int place = 0;
    while (shape.length == 3 && numbers[place] != pieces.mask()) {
      place++;
    }
    return place;
  }

  /// The numbers of all pieces at a place.
  private float[] at(OnnxTensor logits, int place) {
    long[] shape = logits.getInfo().getShape();
    int size = (int) shape[shape.length - 1];
    FloatBuffer all = logits.getFloatBuffer();
    float[] values = new float[Math.min(size, pieces.size())];
    all.get(place * size, values);
    return values;
  }

  @Override
  public void close() {
    session.close();
  }
}
