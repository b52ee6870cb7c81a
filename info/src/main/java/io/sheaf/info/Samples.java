package io.sheaf.info;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Samples (next; source | past) of a conditional mutual information I(next; source | past), with
/// all conditions joined to the past. Immutable.
///
/// Every measure of this package is one of these: mutual information has a past that never changes,
/// active information has the past in the role of the source. States are numbered as they are
/// observed, so memory is O(n) whatever the histories and alphabets. Histories never reach over the
/// border of a segment; a row without its full history gives no sample.
public final class Samples {
  private final int[] times;
  private final int[] segments;
  private final States next;
  private final States source;
  private final States past;

  private Samples(int[] times, int[] segments, States next, States source, States past) {
    this.times = times;
    this.segments = segments;
    this.next = next;
    this.source = source;
    this.past = past;
  }

  /// Samples of I(x; y), one for each row.
  ///
  /// @param x the series in the role of the target
  /// @param y the series in the role of the source
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  public static Samples pairs(Symbols x, Symbols y) {
    return new SampleRows(Segments.whole(x.length()), 0).samples(x, List.of(row(y)), List.of());
  }

  /// Samples of I(x; y | condition), one for each row.
  ///
  /// @param x the series in the role of the target
  /// @param y the series in the role of the source
  /// @param condition the series in the role of the past
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  public static Samples pairs(Symbols x, Symbols y, Symbols condition) {
    return new SampleRows(Segments.whole(x.length()), 0)
        .samples(x, List.of(row(y)), List.of(row(condition)));
  }

  /// Samples of I(next; source | past), one for each row inside a segment, of series that are
  /// joined and shifted already.
  ///
  /// @param next the target values
  /// @param source the source states
  /// @param past the pasts, conditions included
  /// @param s segments of all three, which surrogates that shift do not cross
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  public static Samples of(Symbols next, Symbols source, Symbols past, Segments s) {
    return new SampleRows(s, 0).samples(next, List.of(row(source)), List.of(row(past)));
  }

  /// Samples of the active information storage `I(x[t]; x[t-history … t-1])`.
  ///
  /// @param x the series
  /// @param history number of past rows, at least 1
  /// @param s segments of the series
  /// @return the samples, the past in the role of the source
  /// @throws IllegalArgumentException if the lengths differ or history < 1
  /// @see <a href="https://doi.org/10.1016/j.ins.2012.04.016">Lizier, Prokopenko, Zomaya 2012</a>
  public static Samples activeInformation(Symbols x, int history, Segments s) {
    Condition past = new Condition(x, history, 1);
    return new SampleRows(s, past.reach()).samples(x, List.of(past), List.of());
  }

  /// Samples of the transfer entropy `I(target[t]; source[t-delay-l+1 … t-delay] | target[t-k …
  /// t-1])`.
  ///
  /// @param source the series that may inform
  /// @param target the series that may be informed
  /// @param e the histories k and l and the delay
  /// @param s segments of both series
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  /// @see <a href="https://doi.org/10.1103/PhysRevLett.85.461">Schreiber 2000, equation 4</a>
  public static Samples transfer(Symbols source, Symbols target, Embedding e, Segments s) {
    return conditionalTransfer(source, target, List.of(), e, s);
  }

  /// Samples of the transfer entropy with further series in the condition.
  ///
  /// @param source the series that may inform
  /// @param target the series that may be informed
  /// @param conditions what else is known; their rows join the target's past
  /// @param e the histories k and l and the delay
  /// @param s segments of all series
  /// @return the samples
  /// @throws IllegalArgumentException if the lengths differ
  /// @see <a href="https://doi.org/10.1103/PhysRevE.77.026110">Lizier, Prokopenko, Zomaya 2008</a>
  public static Samples conditionalTransfer(
      Symbols source, Symbols target, List<Condition> conditions, Embedding e, Segments s) {
    long reach = conditions.stream().mapToLong(Condition::reach).reduce(e.reach(), Math::max);
    Condition sources = new Condition(source, e.sourceHistory(), e.delay());
    List<Condition> past =
        e.targetHistory() == 0
            ? conditions
            : IntStream.rangeClosed(0, conditions.size())
                .mapToObj(
                    i ->
                        i == 0
                            ? new Condition(target, e.targetHistory(), 1)
                            : conditions.get(i - 1))
                .toList();
    return new SampleRows(s, reach).samples(target, List.of(sources), past);
  }

  private static Condition row(Symbols symbols) {
    return new Condition(symbols, 1, 0);
  }

  /// The samples whose target row passes. States that no longer occur no longer count.
  ///
  /// @param row which rows to keep
  /// @return the remaining samples, possibly none
  public Samples where(IntPredicate row) {
    int[] kept = IntStream.range(0, size()).filter(i -> row.test(times[i])).toArray();
    return new Samples(
        Arrays.stream(kept).map(i -> times[i]).toArray(),
        Arrays.stream(kept).map(i -> segments[i]).toArray(),
        next.at(kept),
        source.at(kept),
        past.at(kept));
  }

  /// The number of samples n.
  ///
  /// @return the number of samples, 0 or more
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

  /// The number of observed target values.
  ///
  /// @return the number of different values
  public int distinctNexts() {
    return next.count();
  }

  /// The number of observed source states.
  ///
  /// @return the number of different states
  public int distinctSources() {
    return source.count();
  }

  /// The number of observed pasts, conditions included; 1 where there is none.
  ///
  /// @return the number of different states
  public int distinctPasts() {
    return past.count();
  }

  /// The number of observed joint states (next, source, past).
  ///
  /// @return the number of different states
  public int distinctJoint() {
    return past.and(next).and(source).count();
  }

  /// The segment of a sample.
  int segment(int i) {
    return segments[i];
  }

  States next() {
    return next;
  }

  States source() {
    return source;
  }

  States past() {
    return past;
  }

  /// The target rows of a series that have enough rows before them in their segment.
  private static final class SampleRows {
    private final Segments rows;
    private final int[] times;
    private final int[] segments;

    SampleRows(Segments rows, long reach) {
      this.rows = rows;
      int size = 0;
      for (int s = 0; s < rows.count(); s++) {
        size += (int) Math.max(0, rows.end(s) - rows.start(s) - reach);
      }
      times = new int[size];
      segments = new int[size];
      int i = 0;
      for (int s = 0; s < rows.count(); s++) {
        for (long t = rows.start(s) + reach; t < rows.end(s); t++) {
          times[i] = (int) t;
          segments[i++] = s;
        }
      }
    }

    Samples samples(Symbols target, List<Condition> source, List<Condition> past) {
      return new Samples(
          times, segments, states(List.of(row(target))), states(source), states(past));
    }

    private States states(List<Condition> parts) {
      States states = States.single(times.length);
      for (Condition part : parts) {
        if (part.symbols().length() != rows.length()) {
          throw new IllegalArgumentException(
              "series of %d rows, expected %d like the segments"
                  .formatted(part.symbols().length(), rows.length()));
        }
        for (int back = 0; times.length > 0 && back < part.history(); back++) {
          int[] values = new int[times.length];
          for (int i = 0; i < values.length; i++) {
            values[i] = part.symbols().at(times[i] - part.lag() - back);
          }
          states = states.and(values);
        }
      }
      return states;
    }
  }
}
