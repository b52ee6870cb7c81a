package io.sheaf.text.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Meanings of sentences as vectors, by all-MiniLM-L6-v2 in eight bits. Thread-safe.
///
/// The mean of the last layer over all pieces, scaled to length 1: 384 numbers.
///
/// @see <a href="https://arxiv.org/abs/1908.10084">Reimers and Gurevych 2019</a>
final class SentenceEncoder implements AutoCloseable {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final int MOST_PIECES = 256;

  private final OnnxSession session;
  private final WordPiece pieces;

  SentenceEncoder(int threads) throws IOException {
    this.pieces = pieces();
    try (InputStream model = open(MODEL)) {
      byte[] bytes = model.readAllBytes();
      this.session =
          new OnnxSession(
              MODEL, threads, (environment, options) -> environment.createSession(bytes, options));
    }
  }

  private static WordPiece pieces() throws IOException {
    try (InputStream in = open(TOKENIZER)) {
      JsonNode vocabulary = JsonMapper.shared().readTree(in).path("model").path("vocab");
      String[] pieces = new String[vocabulary.size()];
      vocabulary
          .properties()
          .forEach(entry -> pieces[entry.getValue().intValue()] = entry.getKey());
      return WordPiece.of(Arrays.asList(pieces));
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(SentenceEncoder.class.getResourceAsStream(name), name);
  }

  /// The vector of a sentence, of length 1.
  ///
  /// @throws IOException if the model fails
  float[] encode(String sentence) throws IOException {
    return session.run(
        new long[][] {numbers(sentence)}, all -> mean(((float[][][]) all.getValue())[0]));
  }

  private long[] numbers(String sentence) {
    List<Integer> found = pieces.numbers(sentence);
    int length = Math.min(found.size(), MOST_PIECES - 2);
    long[] numbers = new long[length + 2];
    numbers[0] = pieces.start();
    for (int i = 0; i < length; i++) {
      numbers[i + 1] = found.get(i);
    }
    numbers[length + 1] = pieces.end();
    return numbers;
  }

  private static float[] mean(float[][] layer) {
    float[] sum = new float[layer[0].length];
    for (float[] piece : layer) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += piece[i];
      }
    }
    double square = 0;
    for (float value : sum) {
      square += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(Math.max(square, Float.MIN_NORMAL)));
    for (int i = 0; i < sum.length; i++) {
      sum[i] *= scale;
    }
    return sum;
  }

  /// The cosine of the angle between two vectors of length 1.
  static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  @Override
  public void close() {
    session.close();
  }
}
