package io.sheaf.info.series;

import io.sheaf.info.Segments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Samples of a conditional mutual information I(target; source | condition) between real-valued
/// variables of any dimension. Immutable.
///
/// Every measure is one of these: mutual information has no condition, active information has the
/// past in the role of the source, transfer entropy has it in the condition. A row without its full
/// histories in its segment gives no sample. O(n d) space for d dimensions in all.
public final class Observations {
  private final Design design;
  private final int[] times;
  private final int[] segmentEnds;
  private final double[][] target;
  private final double[][] source;
  private final double[][] condition;

  /// What the samples were taken from.
  record Design(Variable target, List<Lagged> source, List<Lagged> condition, Rows rows) {
    /// A history that no row can have would only cost memory.
    void requireRows() {
      int n = rows.segments().length();
      Stream.concat(source.stream(), condition.stream())
          .filter(part -> part.history().length() > Math.max(1, n))
          .findFirst()
          .ifPresent(
              part -> {
                throw new IllegalArgumentException(
                    "history of %d rows, expected at most the %d of the segments"
                        .formatted(part.history().length(), n));
              });
    }

    int reach() {
      long histories =
          IntStream.range(0, source.size() + condition.size())
              .mapToObj(i -> i < source.size() ? source.get(i) : condition.get(i - source.size()))
              .mapToLong(part -> part.history().reach())
              .max()
              .orElse(0);
      return (int) Math.min(Integer.MAX_VALUE, Math.max(rows.reach(), histories));
    }
  }

  private Observations(
      Design design,
      SampleTimes times,
      double[][] target,
      double[][] source,
      double[][] condition) {
    this.design = design;
    this.times = times.rows();
    this.segmentEnds = times.segmentEnds();
    this.target = target;
    this.source = source;
    this.condition = condition;
  }

  /// Samples of any conditional information. The target is taken at its own row.
  ///
  /// @param target the variable that may be informed
  /// @param source what may inform, at least one history
  /// @param condition what is known, possibly nothing
  /// @param rows which rows may give samples
  /// @return the samples, one for each row with full histories
  /// @throws IllegalArgumentException if there is no source, a variable is not as long as the rows,
  ///   or a history is longer
  public static Observations of(
      Variable target, List<Lagged> source, List<Lagged> condition, Rows rows) {
    if (source.isEmpty()) {
      throw new IllegalArgumentException("0 sources, expected at least 1");
    }
    Design design = new Design(target, List.copyOf(source), List.copyOf(condition), rows);
    design.requireRows();
    SampleTimes times = SampleTimes.of(rows.segments(), design.reach());
    return new Observations(
        design,
        times,
        columns(List.of(Lagged.row(target, 0)), times, rows.segments()),
        columns(design.source(), times, rows.segments()),
        columns(design.condition(), times, rows.segments()));
  }

  /// Samples of the mutual information I(x; y), one for each row.
  ///
  /// @param x a variable
  /// @param y a variable of the same length
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  public static Observations pairs(Variable x, Variable y) {
    return of(x, List.of(Lagged.row(y, 0)), List.of(), Rows.of(x));
  }

  /// Samples of the conditional mutual information I(x; y | z), one for each row.
  ///
  /// @param x a variable
  /// @param y a variable of the same length
  /// @param z the condition, of the same length
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  public static Observations pairs(Variable x, Variable y, Variable z) {
    return of(x, List.of(Lagged.row(y, 0)), List.of(Lagged.row(z, 0)), Rows.of(x));
  }

  /// Samples of the active information storage `I(x[t]; past of x)`.
  ///
  /// @param x the variable
  /// @param past its history, of lag at least 1
  /// @param rows which rows may give samples
  /// @return the samples, the past in the role of the source
  /// @throws IllegalArgumentException if the lag is 0 or the lengths differ
  /// @see <a href="https://doi.org/10.1016/j.ins.2012.04.016">Lizier, Prokopenko, Zomaya 2012</a>
  public static Observations activeInformation(Variable x, History past, Rows rows) {
    if (past.lag() < 1) {
      throw new IllegalArgumentException("lag = " + past.lag() + ", expected lag >= 1");
    }
    return of(x, List.of(new Lagged(x, past)), List.of(), rows);
  }

  /// Samples of the transfer entropy `I(target[t]; source history | target past)`.
  ///
  /// @param source the variable that may inform
  /// @param target the variable that may be informed
  /// @param histories of both
  /// @param rows which rows may give samples
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  /// @see <a href="https://doi.org/10.1103/PhysRevLett.85.461">Schreiber 2000, equation 4</a>
  public static Observations transfer(
      Variable source, Variable target, TransferHistories histories, Rows rows) {
    return of(
        target,
        List.of(new Lagged(source, histories.source())),
        List.of(new Lagged(target, histories.target())),
        rows);
  }

  /// The same samples with more in the condition: a transfer entropy becomes a conditional one.
  ///
  /// @param more what else is known
  /// @return the samples with full histories
  /// @throws IllegalArgumentException if the lengths differ
  public Observations given(List<Lagged> more) {
    List<Lagged> all = new ArrayList<>(design.condition());
    all.addAll(more);
    return of(design.target(), design.source(), all, design.rows());
  }

  /// The same samples with every column less its mean and over its standard deviation (divisor n -
  /// 1), taken over the samples. A constant column becomes 0.
  ///
  /// @return the new samples
  public Observations standardised() {
    return new Observations(
        design,
        new SampleTimes(times, segmentEnds),
        Moments.standardised(target),
        Moments.standardised(source),
        Moments.standardised(condition));
  }

  /// The number of samples.
  ///
  /// @return n, 0 or more
  public int size() {
    return times.length;
  }

  /// The row of the target value of a sample; rows ascend.
  ///
  /// @param i number of the sample, from 0
  /// @return its row
  /// @throws IndexOutOfBoundsException if there is no such sample
  public int time(int i) {
    return times[i];
  }

  /// The dimensions of the target.
  ///
  /// @return at least 1
  public int targetDimensions() {
    return target.length;
  }

  /// The dimensions of the source, all histories together.
  ///
  /// @return at least 1
  public int sourceDimensions() {
    return source.length;
  }

  /// The dimensions of the condition, all histories together.
  ///
  /// @return 0 or more
  public int conditionDimensions() {
    return condition.length;
  }

  Design design() {
    return design;
  }

  int[] times() {
    return times;
  }

  /// Number of the sample after the last of each segment that has samples.
  int[] segmentEnds() {
    return segmentEnds;
  }

  double[][] target() {
    return target;
  }

  double[][] source() {
    return source;
  }

  double[][] condition() {
    return condition;
  }

  /// The segments of the samples themselves.
  Segments sampleSegments() {
    int[] starts = new int[segmentEnds.length];
    Arrays.setAll(starts, s -> s == 0 ? 0 : segmentEnds[s - 1]);
    return Segments.of(size(), starts, segmentEnds);
  }

  /// The columns of histories at some rows.
  static double[][] columns(List<Lagged> parts, SampleTimes times, Segments segments) {
    List<double[]> columns = new ArrayList<>();
    for (Lagged part : parts) {
      if (part.variable().rows() != segments.length()) {
        throw new IllegalArgumentException(
            "variable of %d rows, expected %d like the segments"
                .formatted(part.variable().rows(), segments.length()));
      }
      History history = part.history();
      for (int i = 0; i < history.length(); i++) {
        int back = (int) (history.lag() + (long) i * history.spacing());
        for (double[] values : part.variable().columns()) {
          columns.add(Arrays.stream(times.rows()).mapToDouble(t -> values[t - back]).toArray());
        }
      }
    }
    return columns.toArray(double[][]::new);
  }

  /// The target rows, and where segments end among them.
  static final class SampleTimes {
    private final int[] rows;
    private final int[] segmentEnds;

    SampleTimes(int[] rows, int[] segmentEnds) {
      this.rows = rows;
      this.segmentEnds = segmentEnds;
    }

    int[] rows() {
      return rows;
    }

    int[] segmentEnds() {
      return segmentEnds;
    }

    static SampleTimes of(Segments s, int reach) {
      int[] rows =
          IntStream.range(0, s.count())
              .flatMap(
                  i ->
                      IntStream.range(
                          (int) Math.min(s.end(i), (long) s.start(i) + reach), s.end(i)))
              .toArray();
      int[] ends = new int[s.count()];
      int count = 0;
      int size = 0;
      for (int i = 0; i < s.count(); i++) {
        int samples = (int) Math.max(0, (long) s.end(i) - s.start(i) - reach);
        size += samples;
        if (samples > 0) {
          ends[count++] = size;
        }
      }
      return new SampleTimes(rows, Arrays.copyOf(ends, count));
    }
  }
}
