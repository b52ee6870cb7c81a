package io.sheaf.bench;

import io.sheaf.info.BiasCorrection;
import io.sheaf.info.DiscreteInformation;
import io.sheaf.info.Samples;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares transfer entropy with plain counting in hash maps of lists: the value, and p within its
/// sampling error. Run before a time counts.
final class PlainCheck {
  private final int[] source;
  private final int[] target;
  private final int[] condition;
  private final int history;

  /// A check of histories k = l at delay 1 in one segment.
  ///
  /// @param condition what else is known of the target's own row; a constant adds nothing
  PlainCheck(int[] source, int[] target, int[] condition, int history) {
    this.source = source;
    this.target = target;
    this.condition = condition;
    this.history = history;
  }

  void of(Samples samples) {
    List<List<Integer>> next = samples(target, 0, 1);
    List<List<Integer>> past = past();
    List<List<Integer>> states = samples(source, 1, history);
    double plain = plainBits(next, states, past);
    double bits = DiscreteInformation.bits(samples, BiasCorrection.NONE);
    int surrogates = 200;
    int atLeast = 0;
    Random random = new Random(3);
    for (int i = 0; i < surrogates; i++) {
      Collections.shuffle(states, random);
      atLeast += plainBits(next, states, past) >= plain - 1e-12 ? 1 : 0;
    }
    double plainP = (1.0 + atLeast) / (1 + surrogates);
    double p = SurrogateTest.run(samples, Surrogates.Permutation.free(), 1000, 42).pValue();
    if (Math.abs(bits - plain) > 1e-12 || Math.abs(p - plainP) > 0.15) {
      throw new IllegalStateException(
          "bits %s and p %s, plain %s and %s".formatted(bits, p, plain, plainP));
    }
  }

  private List<List<Integer>> past() {
    List<List<Integer>> own = samples(target, 1, history);
    List<List<Integer>> known = samples(condition, 0, 1);
    return IntStream.range(0, own.size())
        .mapToObj(i -> Stream.of(own.get(i), known.get(i)).flatMap(List<Integer>::stream).toList())
        .toList();
  }

  private List<List<Integer>> samples(int[] series, int lag, int length) {
    List<List<Integer>> samples = new ArrayList<>();
    for (int t = history; t < series.length; t++) {
      int last = t - lag;
      samples.add(IntStream.range(0, length).mapToObj(i -> series[last - i]).toList());
    }
    return samples;
  }

  private static double plainBits(
      List<List<Integer>> next, List<List<Integer>> source, List<List<Integer>> past) {
    Map<List<List<Integer>>, Integer> counts = new HashMap<>();
    List<Integer> none = List.of();
    for (int i = 0; i < next.size(); i++) {
      for (List<List<Integer>> cell :
          Arrays.asList(
              List.of(past.get(i), none, none),
              List.of(past.get(i), next.get(i), none),
              List.of(past.get(i), none, source.get(i)),
              List.of(past.get(i), next.get(i), source.get(i)))) {
        counts.merge(cell, 1, Integer::sum);
      }
    }
    double sum = 0;
    for (Map.Entry<List<List<Integer>>, Integer> cell : counts.entrySet()) {
      boolean even = cell.getKey().get(1).isEmpty() == cell.getKey().get(2).isEmpty();
      sum += (even ? 1 : -1) * cell.getValue() * Math.log(cell.getValue());
    }
    return sum / Math.log(2) / next.size();
  }
}
