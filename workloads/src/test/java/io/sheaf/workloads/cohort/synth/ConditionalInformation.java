package io.sheaf.workloads.cohort.synth;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A plain plug-in I(target; source | context) with a permutation test, to look at what is planted.
///
/// The permutation exchanges sources within a context only, so it is exact where the target is
/// independent given the context. Owns its arrays.
final class ConditionalInformation {
  private final int[] target;
  private final int[] source;
  private final int[] context;

  ConditionalInformation(int[] target, int[] source, int[] context) {
    this.target = target;
    this.source = source;
    this.context = context;
  }

  /// Whether none of the permutations reaches the value, so that p = 1 / (1 + permutations).
  boolean isBeyond(int permutations, SplittableRandom random) {
    double observed = nats(source);
    int[][] strata = strata();
    int[] permuted = source.clone();
    for (int i = 0; i < permutations; i++) {
      for (int[] stratum : strata) {
        shuffle(permuted, stratum, random);
      }
      if (nats(permuted) >= observed - 1e-12) {
        return false;
      }
    }
    return true;
  }

  private static void shuffle(int[] values, int[] places, SplittableRandom random) {
    for (int i = places.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = values[places[i]];
      values[places[i]] = values[places[j]];
      values[places[j]] = swapped;
    }
  }

  private int[][] strata() {
    int[][] strata = new int[max(context) + 1][];
    for (int c = 0; c < strata.length; c++) {
      int wanted = c;
      strata[c] = IntStream.range(0, context.length).filter(i -> context[i] == wanted).toArray();
    }
    return strata;
  }

  private double nats(int[] sources) {
    int targets = max(target) + 1;
    int symbols = max(source) + 1;
    int contexts = max(context) + 1;
    int[][][] joint = new int[contexts][targets][symbols];
    for (int i = 0; i < target.length; i++) {
      joint[context[i]][target[i]][sources[i]]++;
    }
    double sum = 0;
    for (int[][] table : joint) {
      int[] columns = new int[symbols];
      int total = 0;
      for (int[] row : table) {
        for (int s = 0; s < symbols; s++) {
          columns[s] += row[s];
          total += row[s];
        }
      }
      for (int[] row : table) {
        int rowTotal = IntStream.of(row).sum();
        for (int s = 0; s < symbols; s++) {
          if (row[s] > 0) {
            sum += row[s] * Math.log((double) row[s] * total / ((double) rowTotal * columns[s]));
          }
        }
      }
    }
    return sum / target.length;
  }

  private static int max(int[] symbols) {
    return IntStream.of(symbols).max().orElse(0);
  }
}
