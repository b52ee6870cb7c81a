package io.sheaf.engine.chapter;

import io.sheaf.engine.chapter.Figure.Histogram;
import io.sheaf.engine.chapter.Figure.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Numbers by series, to be counted in bins. Eight bytes for each; what is no number is left out.
/// Confined to one thread.
public final class Values {
  private static final int BINS = 30;

  private final Map<String, DoubleStream.Builder> series = new LinkedHashMap<>();
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private long count;

  /// Begins series, so that they stand in this order even if they stay empty.
  public Values(String... names) {
    Arrays.stream(names).forEach(name -> series.put(name, DoubleStream.builder()));
  }

  public void add(String name, double value) {
    if (Double.isFinite(value)) {
      series.computeIfAbsent(name, _ -> DoubleStream.builder()).add(value);
      low = Math.min(low, value);
      high = Math.max(high, value);
      count++;
    }
  }

  public long count() {
    return count;
  }

  /// Counts in bins from the least to the greatest value; in one if all are equal. To be called
  /// once.
  ///
  /// @throws IllegalStateException if there are no values
  public Histogram histogram(Caption caption, String axis) {
    if (count == 0) {
      throw new IllegalStateException("no values");
    }
    double from = low;
    double to = low < high ? high : low + Math.max(Math.abs(low) * 1e-3, 1e-9);
    int bins = low < high ? BINS : 1;
    List<Series> counted = new ArrayList<>();
    series.forEach(
        (name, values) -> {
          Double[] counts = new Double[bins];
          Arrays.fill(counts, 0.0);
          values
              .build()
              .forEach(
                  value -> counts[(int) Math.min(bins - 1, (value - from) / (to - from) * bins)]++);
          counted.add(new Series(name, List.of(counts)));
        });
    return new Histogram(caption, axis, from, to, counted);
  }
}
