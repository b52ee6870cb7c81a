package io.sheaf.text.lexicon;

import io.sheaf.text.Passage;
import io.sheaf.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/// Universal part-of-speech tags, by OpenNLP's model of UD English-EWT. Thread-safe: each thread
/// takes a tagger and gives it back.
public final class PartsOfSpeech {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  private static final int MOST_REMEMBERED = 50_000;

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();
  private final POSModel model;
  private final ConcurrentLinkedQueue<POSTaggerME> idle = new ConcurrentLinkedQueue<>();

  PartsOfSpeech() {
    try (InputStream in = PartsOfSpeech.class.getResourceAsStream(MODEL)) {
      model = new POSModel(Objects.requireNonNull(in, MODEL));
    } catch (IOException e) {
      throw new UncheckedIOException("model " + MODEL, e);
    }
  }

  /// Tags as of [#of], remembered: several combinations tag the same evidence.
  public List<String> remembered(Passage passage) {
    List<String> found = known.get(passage.text());
    if (found == null) {
      found = of(passage);
      if (known.size() < MOST_REMEMBERED) {
        known.put(passage.text(), found);
      }
    }
    return found;
  }

  /// A tag for each word; what stands between words is shown to the tagger too.
  public List<String> of(Passage passage) {
    Words words = passage.words();
    String text = passage.text();
    List<String> tokens = new ArrayList<>();
    int[] places = new int[words.size()];
    int position = 0;
    for (int word = 0; word < words.size(); word++) {
      punctuation(text, position, words.start(word), tokens);
      places[word] = tokens.size();
      tokens.add(words.of(word));
      position = words.end(word);
    }
    punctuation(text, position, text.length(), tokens);
    String[] tags = tag(tokens.toArray(String[]::new));
    List<String> wanted = new ArrayList<>(places.length);
    for (int place : places) {
      wanted.add(tags[place]);
    }
    return wanted;
  }

  private static void punctuation(String text, int start, int end, List<String> tokens) {
    String between = text.substring(start, end).strip();
    if (!between.isEmpty()) {
      tokens.add(between.length() > 4 ? between.substring(0, 1) : between);
    }
  }

  private String[] tag(String[] tokens) {
    POSTaggerME taken = idle.poll();
    POSTaggerME tagger = taken == null ? new POSTaggerME(model) : taken;
    String[] tags = tagger.tag(tokens);
    idle.add(tagger);
    return tags;
  }
}
