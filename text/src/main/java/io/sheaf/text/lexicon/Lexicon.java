package io.sheaf.text.lexicon;

import io.sheaf.text.Stopwords;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// All resources, each opened when it is first asked for. Thread-safe.
public final class Lexicon implements AutoCloseable {
  /// Opens a resource.
  @FunctionalInterface
  public interface Opener<T> {
    /// Opens it.
    ///
    /// @throws IOException if it is missing or cannot be used; the message says what and why
    T open() throws IOException;
  }

  private final Path models;
  private final Map<String, Closeable> shared = new HashMap<>();
  private boolean closed;
  private final Supplier<Vocabulary> vocabulary = once(Vocabulary::new);
  private final Supplier<Misspellings> misspellings = once(() -> new Misspellings(frequentWords()));
  private final Supplier<WordNet> wordNet = once(() -> new WordNet(frequentWords()));
  private final Supplier<PartsOfSpeech> partsOfSpeech = once(PartsOfSpeech::new);
  private final Supplier<Inflections> inflections = once(Inflections::new);
  private final Supplier<Neighbours> neighbours = once(Neighbours::new);

  /// @param models where fetched models are; need not exist
  public Lexicon(Path models) {
    this.models = models;
  }

  public Vocabulary frequentWords() {
    return vocabulary.get();
  }

  public Misspellings misspellings() {
    return misspellings.get();
  }

  public WordNet wordNet() {
    return wordNet.get();
  }

  public PartsOfSpeech partsOfSpeech() {
    return partsOfSpeech.get();
  }

  public Inflections inflections() {
    return inflections.get();
  }

  public Neighbours neighbours() {
    return neighbours.get();
  }

  /// Whether a word is English, as far as is known.
  ///
  /// @param lower in lower case
  public boolean knows(String lower) {
    return frequentWords().contains(lower)
        || Stopwords.contains(lower)
        || Arrays.stream(Category.values())
            .anyMatch(category -> wordNet().of(lower, category).isPresent());
  }

  public Path models() {
    return models;
  }

  /// A resource that does not come with Sheaf: opened once, closed with the lexicon.
  ///
  /// @param name by which it is known; the same name always goes with the same kind
  /// @throws IOException if it cannot be opened, or the lexicon is closed
  public synchronized <T extends Closeable> T shared(String name, Class<T> kind, Opener<T> opener)
      throws IOException {
    if (closed) {
      throw new IOException(name + ": not opened, as the lexicon is closed");
    }
    Closeable known = shared.get(name);
    if (known == null) {
      known = opener.open();
      shared.put(name, known);
    }
    return kind.cast(known);
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (Closeable resource : shared.values()) {
      try {
        resource.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    shared.clear();
  }

  private static <T> Supplier<T> once(Supplier<T> maker) {
    return new Once<>(maker);
  }
}
