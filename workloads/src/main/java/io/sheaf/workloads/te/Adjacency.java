package io.sheaf.workloads.te;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who informs whom, and how much; means where a pair comes several times. Confined to one thread.
final class Adjacency {
  private record Pair(String from, String to) {}

  private final Set<String> names = new LinkedHashSet<>();
  private final Map<Pair, double[]> sums = new HashMap<>();

  /// Makes room for a name, though nothing may come from it or go there.
  void add(String name) {
    names.add(name);
  }

  void add(String from, String to, double value) {
    names.add(from);
    names.add(to);
    double[] sum = sums.computeIfAbsent(new Pair(from, to), _ -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  int size() {
    return names.size();
  }

  Figure.Matrix figure(Caption caption, String axis) {
    List<String> all = List.copyOf(names);
    return new Figure.Matrix(
        caption,
        axis,
        all,
        all,
        all.stream().map(to -> all.stream().map(from -> mean(from, to)).toList()).toList());
  }

  private double mean(String from, String to) {
    double[] sum = sums.get(new Pair(from, to));
    return sum == null ? Double.NaN : sum[0] / sum[1];
  }
}
