package io.sheaf.info;

import java.util.Arrays;

/// Runs of rows that belong together: no history reaches over the border of a segment. Immutable;
/// rows outside every segment are used by no estimate.
public final class Segments {
  private final int length;
  private final int[] starts;
  private final int[] ends;

  private Segments(int length, int[] starts, int[] ends) {
    this.length = length;
    this.starts = starts;
    this.ends = ends;
  }

  /// One segment that holds every row.
  ///
  /// @param length number of rows, 0 or more
  /// @return the segment; none if there are no rows
  /// @throws IllegalArgumentException if length is negative
  public static Segments whole(int length) {
    return length == 0
        ? of(0, new int[0], new int[0])
        : of(length, new int[] {0}, new int[] {length});
  }

  /// Segments that follow each other without a row between them.
  ///
  /// @param starts whether a segment begins at the row; the first row always begins one
  /// @return as many segments as there are true entries after the first, plus one
  public static Segments startingAt(boolean[] starts) {
    int[] begin = new int[starts.length];
    int count = 0;
    for (int i = 0; i < starts.length; i++) {
      if (i == 0 || starts[i]) {
        begin[count++] = i;
      }
    }
    int[] end = new int[count];
    for (int s = 0; s < count; s++) {
      end[s] = s + 1 < count ? begin[s + 1] : starts.length;
    }
    return new Segments(starts.length, Arrays.copyOf(begin, count), end);
  }

  /// Segments with any rows left out between them.
  ///
  /// @param length number of rows of the series
  /// @param starts first row of each segment, ascending; copied
  /// @param ends row after the last of each segment; copied
  /// @return the segments
  /// @throws IllegalArgumentException if a segment is empty, overlaps the one before it or leaves
  ///   the series
  public static Segments of(int length, int[] starts, int[] ends) {
    if (length < 0) {
      throw new IllegalArgumentException("length = " + length + ", expected length >= 0");
    }
    if (starts.length != ends.length) {
      throw new IllegalArgumentException(
          "%d starts and %d ends, expected as many".formatted(starts.length, ends.length));
    }
    int free = 0;
    for (int s = 0; s < starts.length; s++) {
      if (starts[s] < free || ends[s] <= starts[s] || ends[s] > length) {
        throw new IllegalArgumentException(
            "segment %d = [%d, %d), expected %d <= start < end <= length (length = %d)"
                .formatted(s, starts[s], ends[s], free, length));
      }
      free = ends[s];
    }
    return new Segments(length, starts.clone(), ends.clone());
  }

  /// The number of rows of the series, inside or outside a segment.
  ///
  /// @return the number of rows
  public int length() {
    return length;
  }

  /// The number of segments.
  ///
  /// @return the number of segments
  public int count() {
    return starts.length;
  }

  /// The first row of a segment.
  ///
  /// @param s number of the segment, from 0
  /// @return its first row
  /// @throws IndexOutOfBoundsException if there is no such segment
  public int start(int s) {
    return starts[s];
  }

  /// The row after the last one of a segment.
  ///
  /// @param s number of the segment, from 0
  /// @return the first row that is no longer in it
  /// @throws IndexOutOfBoundsException if there is no such segment
  public int end(int s) {
    return ends[s];
  }
}
