package io.sheaf.text;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A text and what is known of it: its words, and their parts of speech once they are asked for.
///
/// Confined to one thread. One passage serves all variants of a text, so that nothing is found
/// twice.
public final class Passage {
  private final String text;
  private final Words words;
  private @Nullable List<String> tags;

  public Passage(String text) {
    this.text = text;
    this.words = new Words(text);
  }

  public String text() {
    return text;
  }

  public Words words() {
    return words;
  }

  /// A tag for each word, from the tagger or from an earlier call.
  public List<String> tags(Function<Passage, List<String>> tagger) {
    List<String> known = tags;
    if (known == null) {
      known = tagger.apply(this);
      tags = known;
    }
    return known;
  }

  /// An edit that puts something else for a word.
  public Edit replace(int word, String replacement) {
    return new Edit(words.start(word), words.end(word), replacement);
  }
}
