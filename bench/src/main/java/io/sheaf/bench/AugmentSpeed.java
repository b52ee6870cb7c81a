package io.sheaf.bench;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Passage;
import io.sheaf.text.Similarity;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.method.Method;
import io.sheaf.text.method.Methods;
import io.sheaf.text.method.Opening;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/// How many rows a second does each method revise, and how many pairs of about 100 characters does
/// the similarity compare, on one thread? Seconds are the thread's processor time, so that other
/// load on the machine hardly counts.
///
/// A row is found its words, revised and put together again; nothing is kept from one pass to the
/// next but tags of parts of speech, which the second line of such methods leaves in place. The
/// sentences are drawn from the 2,000 most frequent words: 18 words on average, as many as the
/// sentences that peers were timed on. Command: `bench/run augment`. Results: `bench/RESULTS.md`.
public final class AugmentSpeed {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SENTENCES = 2000;
  private static final double SECONDS = 1.5;

  private AugmentSpeed() {}

  public static void main(String[] args) {
    List<String> sentences = sentences();
    similarity(sentences);
    Lexicon lexicon = new Lexicon(Path.of("models"));
    for (Method method : Methods.all().list()) {
      if (method.open(Map.of(), lexicon) instanceof Opening.Ready(Augmenter augmenter, _)) {
        line(method.id(), "rows/s", pass(sentences, augmenter));
        if (method.id().equals("nlp_wordnet_syn")) {
          line(method.id() + ", untagged", "rows/s", untagged(sentences, augmenter));
        }
      }
    }
  }

  /// Frequent words oftener.
  private static List<String> sentences() {
    List<String> words = new Lexicon(Path.of("models")).frequentWords().words();
    Draws draws = new Draws(1);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      StringBuilder sentence = new StringBuilder("I");
      for (int word = 0; word < 17; word++) {
        sentence.append(' ').append(words.get(draws.below(draws.below(2000) + 1)));
      }
      sentences.add(sentence.append('.').toString());
    }
    return sentences;
  }

  private static ToLongFunction<Integer> pass(List<String> sentences, Augmenter augmenter) {
    return pass -> {
      long changed = 0;
      for (int i = 0; i < sentences.size(); i++) {
        Passage passage = new Passage(sentences.get(i));
        changed += augmenter.revise(passage, Draws.of(7, pass, i)).text().length();
      }
      return changed;
    };
  }

  /// Sentences that nobody has tagged before.
  private static ToLongFunction<Integer> untagged(List<String> sentences, Augmenter augmenter) {
    return pass ->
        pass(sentences.stream().map(sentence -> sentence + " " + pass).toList(), augmenter)
            .applyAsLong(pass);
  }

  private static void similarity(List<String> sentences) {
    Similarity similarity = new Similarity();
    List<String> others = new ArrayList<>();
    Draws draws = new Draws(2);
    for (String sentence : sentences) {
      StringBuilder other = new StringBuilder(sentence);
      for (int i = 0; i < 6; i++) {
        other.setCharAt(draws.below(other.length()), (char) ('a' + draws.below(26)));
      }
      others.add(other.toString());
    }
    long characters = sentences.stream().mapToLong(String::length).sum() / sentences.size();
    line(
        "similarity, %d characters, variants".formatted(characters),
        "pairs/s",
        _ -> compare(similarity, sentences, others));
    List<String> shifted = new ArrayList<>(sentences.subList(1, SENTENCES));
    shifted.add(sentences.getFirst());
    line("similarity, different", "pairs/s", _ -> compare(similarity, sentences, shifted));
  }

  private static long compare(Similarity similarity, List<String> ones, List<String> others) {
    double sum = 0;
    for (int i = 0; i < ones.size(); i++) {
      sum += similarity.ratio(ones.get(i), others.get(i));
    }
    return (long) sum;
  }

  /// The first pass alone, then passes for a while, of which the fastest and the median count.
  private static void line(String name, String unit, ToLongFunction<Integer> work) {
    List<Double> rates = new ArrayList<>();
    long start = THREADS.getCurrentThreadCpuTime();
    long check = 0;
    for (int pass = 0; pass < 3 || seconds(start) < SECONDS; pass++) {
      long before = THREADS.getCurrentThreadCpuTime();
      check += work.applyAsLong(pass);
      rates.add(SENTENCES / seconds(before));
    }
    double first = rates.getFirst();
    rates.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-36s first pass %,9.0f  median %,9.0f  fastest %,9.0f %s (check %d)%n",
        name,
        first,
        rates.get(rates.size() / 2),
        rates.getLast(),
        unit,
        check % 1000);
  }

  private static double seconds(long since) {
    return (THREADS.getCurrentThreadCpuTime() - since) / 1e9;
  }
}
