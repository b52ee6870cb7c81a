package io.sheaf.info;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The readable twin: states are lists, counts are hash maps, probabilities are divided and
/// logarithms taken as in the definition.
final class PlainInformation {
  /// One sample (next; source | past) at a row.
  record Sample(int row, List<Integer> next, List<Integer> source, List<Integer> past) {}

  private PlainInformation() {}

  static List<Sample> transfer(
      int[] source, int[] target, List<Condition> conditions, Embedding e, Segments s) {
    List<Sample> samples = new ArrayList<>();
    for (int segment = 0; segment < s.count(); segment++) {
      for (int t = s.start(segment); t < s.end(segment); t++) {
        int first = t - Math.max(e.targetHistory(), e.delay() + e.sourceHistory() - 1);
        for (Condition c : conditions) {
          first = Math.min(first, t - c.lag() - c.history() + 1);
        }
        if (first < s.start(segment)) {
          continue;
        }
        List<Integer> past = new ArrayList<>();
        for (int i = t - e.targetHistory(); i < t; i++) {
          past.add(target[i]);
        }
        for (Condition c : conditions) {
          for (int i = t - c.lag() - c.history() + 1; i <= t - c.lag(); i++) {
            past.add(c.symbols().at(i));
          }
        }
        List<Integer> state = new ArrayList<>();
        for (int i = t - e.delay() - e.sourceHistory() + 1; i <= t - e.delay(); i++) {
          state.add(source[i]);
        }
        samples.add(new Sample(t, List.of(target[t]), state, past));
      }
    }
    return samples;
  }

  static List<Sample> activeInformation(int[] x, int history, Segments s) {
    List<Sample> samples = new ArrayList<>();
    for (int segment = 0; segment < s.count(); segment++) {
      for (int t = s.start(segment) + history; t < s.end(segment); t++) {
        List<Integer> past = new ArrayList<>();
        for (int i = t - history; i < t; i++) {
          past.add(x[i]);
        }
        samples.add(new Sample(t, List.of(x[t]), past, List.of()));
      }
    }
    return samples;
  }

  static double[] localBits(List<Sample> samples) {
    Map<Object, Double> counts = new HashMap<>();
    for (Sample s : samples) {
      counts.merge(List.of("z", s.past), 1.0, Double::sum);
      counts.merge(List.of("xz", s.next, s.past), 1.0, Double::sum);
      counts.merge(List.of("yz", s.source, s.past), 1.0, Double::sum);
      counts.merge(List.of("xyz", s.next, s.source, s.past), 1.0, Double::sum);
    }
    double[] bits = new double[samples.size()];
    for (int i = 0; i < bits.length; i++) {
      Sample s = samples.get(i);
      double joint = counts.getOrDefault(List.of("xyz", s.next, s.source, s.past), 0.0);
      double nextPast = counts.getOrDefault(List.of("xz", s.next, s.past), 0.0);
      double sourcePast = counts.getOrDefault(List.of("yz", s.source, s.past), 0.0);
      double past = counts.getOrDefault(List.of("z", s.past), 0.0);
      bits[i] = log2(joint / sourcePast) - log2(nextPast / past);
    }
    return bits;
  }

  static double bits(List<Sample> samples) {
    double sum = 0;
    for (double local : localBits(samples)) {
      sum += local;
    }
    return sum / samples.size();
  }

  static double entropyBits(List<?> states) {
    Map<Object, Integer> counts = new HashMap<>();
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    double entropy = 0;
    for (int c : counts.values()) {
      double p = (double) c / states.size();
      entropy -= p * log2(p);
    }
    return entropy;
  }

  static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
