package io.sheaf.text.lexicon;

import java.nio.file.Path;
import java.util.function.Supplier;

/// All resources, each opened when it is first asked for. Thread-safe.
public final class Lexicon {
  private final Path models;
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

  public Path models() {
    return models;
  }

  private static <T> Supplier<T> once(Supplier<T> maker) {
    return new Once<>(maker);
  }
}
