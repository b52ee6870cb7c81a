package io.sheaf.engine.chapter;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to look at, as data.
public sealed interface Figure {
  Caption caption();

  /// How often values fall into bins of equal width; series are stacked on each other.
  ///
  /// @param axis what is counted, with its unit
  /// @param low lower end of the first bin
  /// @param high upper end of the last bin, above `low`
  /// @param series counts by bin, of the same length each
  record Histogram(Caption caption, String axis, double low, double high, List<Series> series)
      implements Figure {
    public Histogram {
      series = sameLength(series);
      if (!(low < high)) {
        throw new IllegalArgumentException(
            "bins from %s to %s, expected low < high".formatted(low, high));
      }
    }
  }

  /// A bar for each label; series are stacked on each other.
  ///
  /// @param axis what the lengths are, with their unit
  /// @param series values by label, at least 0
  record Bars(Caption caption, String axis, List<String> labels, List<Series> series)
      implements Figure {
    public Bars {
      int bars = labels.size();
      labels = List.copyOf(labels);
      series = sameLength(series);
      if (series.stream().anyMatch(one -> one.values().size() != bars)) {
        throw new IllegalArgumentException("bars and labels differ in number");
      }
    }
  }

  /// A point for each pair of values.
  ///
  /// @param x what is across, with its unit
  /// @param y what is up, with its unit
  /// @param hasIdentity whether the line of equal values is drawn
  record Scatter(Caption caption, String x, String y, boolean hasIdentity, List<Points> series)
      implements Figure {
    public Scatter {
      series = List.copyOf(series);
    }
  }

  /// Points that are joined in their order.
  ///
  /// @param x what is across, with its unit
  /// @param y what is up, with its unit
  record Lines(Caption caption, String x, String y, List<Points> series) implements Figure {
    public Lines {
      series = List.copyOf(series);
    }
  }

  /// What was done where and when.
  ///
  /// @param axis what is across, with its unit
  /// @param end of the time across, which begins at 0
  record Timeline(Caption caption, String axis, double end, List<Lane> lanes) implements Figure {
    public Timeline {
      lanes = List.copyOf(lanes);
    }
  }

  /// How much of something goes from each thing to each other one.
  ///
  /// @param axis what the values are, with their unit
  /// @param from names across
  /// @param to names up
  /// @param values a list for each of `to`, with a value for each of `from`, at least 0; NaN where
  ///   there is none
  record Matrix(
      Caption caption, String axis, List<String> from, List<String> to, List<List<Double>> values)
      implements Figure {
    public Matrix {
      int across = from.size();
      from = List.copyOf(from);
      to = List.copyOf(to);
      values = values.stream().map(List::copyOf).toList();
      if (values.size() != to.size() || values.stream().anyMatch(row -> row.size() != across)) {
        throw new IllegalArgumentException("values and names differ in number");
      }
    }
  }

  /// Fields of coloured cells beside each other.
  record Grids(Caption caption, List<Grid> grids) implements Figure {
    public Grids {
      grids = List.copyOf(grids);
    }
  }

  /// Texts in which parts stand out.
  record Passages(Caption caption, List<Passage> passages) implements Figure {
    public Passages {
      passages = List.copyOf(passages);
    }
  }

  /// Rows and columns.
  ///
  /// @param rows text, numbers or flags, null where there is no value
  record Listing(Caption caption, List<String> columns, List<List<@Nullable Object>> rows)
      implements Figure {
    public Listing {
      columns = List.copyOf(columns);
      rows = rows.stream().map(Listing::copy).toList();
    }

    private static List<@Nullable Object> copy(List<@Nullable Object> row) {
      return Collections.unmodifiableList(Arrays.asList(row.toArray()));
    }
  }

  /// Values with a name, for a legend; the name is empty where there is one series only.
  record Series(String name, List<Double> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /// Points with a name.
  record Points(String name, List<Point> points) {
    public Points {
      points = List.copyOf(points);
    }
  }

  /// A point.
  ///
  /// @param label what it stands for, empty if that is plain
  record Point(double x, double y, String label) {}

  /// A row of a timeline.
  record Lane(String name, List<Span> spans) {
    public Lane {
      spans = List.copyOf(spans);
    }
  }

  /// A part of a row.
  ///
  /// @param kind decides the colour; a word for the legend
  /// @param share how much of that time was spent, 0 to 1
  /// @param label what it stands for, empty if that is plain
  record Span(double from, double to, String kind, double share, String label) {}

  /// Coloured cells.
  ///
  /// @param cells a line for each row, a digit for each cell, which is its colour's number
  record Grid(String title, List<String> cells) {
    public Grid {
      cells = List.copyOf(cells);
    }
  }

  /// A text.
  record Passage(String title, List<Fragment> fragments) {
    public Passage {
      fragments = List.copyOf(fragments);
    }
  }

  /// A part of a text.
  record Fragment(String text, Emphasis emphasis) {}

  /// How a part of a text stands out.
  enum Emphasis {
    NONE,
    /// What the text is about.
    SUBJECT,
    ADDED,
    REMOVED
  }

  private static List<Series> sameLength(List<Series> series) {
    if (series.stream().mapToInt(one -> one.values().size()).distinct().count() > 1) {
      throw new IllegalArgumentException("series of different lengths");
    }
    return List.copyOf(series);
  }
}
