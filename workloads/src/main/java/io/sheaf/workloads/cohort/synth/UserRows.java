package io.sheaf.workloads.cohort.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/// Writes the rows of one user; confined to a thread.
final class UserRows {
  private static final double MISSING_SAMPLES = 0.001;
  private static final int ROWS_PER_LABEL_GAP = 500;
  private static final int LONGEST_LABEL_GAP = 40;

  private final List<Column> columns;
  private final Schedule schedule;
  private final LatentProcess process;
  private final Accelerometer accelerometer;
  private final Noise noise;
  private final OtherCells others;

  /// By row, what stands in place of the labels, or nothing.
  private final LabelGap[] labelGaps;

  private enum LabelGap {
    NONE,
    EMPTY,
    NAN
  }

  UserRows(SyntheticCohort.Options options, int user, UserTruth truth) {
    columns = Layout.columns(options.columns());
    schedule = new Schedule(new Noise(options.seed(), user, "schedule"), options.rows());
    int minutes = schedule.minutes()[options.rows() - 1] + 1;
    process =
        new LatentProcess(
            truth, new Noise(options.seed(), user, "process"), schedule.startSeconds(), minutes);
    accelerometer = new Accelerometer(new Noise(options.seed(), user, "accelerometer"));
    noise = new Noise(options.seed(), user, "rows");
    others = new OtherCells(columns, new Noise(options.seed(), user, "others"));
    labelGaps = labelGaps(options.rows());
  }

  private LabelGap[] labelGaps(int rows) {
    LabelGap[] gaps = new LabelGap[rows];
    Arrays.fill(gaps, LabelGap.NONE);
    for (int i = 0; i < Math.ceilDiv(rows, ROWS_PER_LABEL_GAP); i++) {
      int from = noise.below(rows);
      int until = Math.min(rows, from + 5 + noise.below(LONGEST_LABEL_GAP - 4));
      Arrays.fill(gaps, from, until, noise.chance(0.5) ? LabelGap.EMPTY : LabelGap.NAN);
    }
    return gaps;
  }

  void write(OutputStream out) throws IOException {
    CsvLines lines = new CsvLines(out);
    for (Column column : columns) {
      lines.text(column.name());
    }
    lines.end();
    for (int row = 0; row < labelGaps.length; row++) {
      row(lines, row);
    }
    lines.flush();
  }

  private void row(CsvLines lines, int row) throws IOException {
    int minute = schedule.minutes()[row];
    accelerometer.sample(process.activity(minute));
    others.advance(noise.chance(MISSING_SAMPLES));
    long timestamp = schedule.startSeconds() + 60L * minute + noise.below(2);
    for (int i = 0; i < columns.size(); i++) {
      switch (columns.get(i).content()) {
        case TIMESTAMP -> lines.integer(timestamp);
        case MAGNITUDE -> sample(lines, i, accelerometer.magnitude());
        case MEAN_X -> sample(lines, i, accelerometer.mean(0));
        case MEAN_Y -> sample(lines, i, accelerometer.mean(1));
        case MEAN_Z -> sample(lines, i, accelerometer.mean(2));
        case DEVIATION_X -> sample(lines, i, accelerometer.deviation(0));
        case DEVIATION_Y -> sample(lines, i, accelerometer.deviation(1));
        case DEVIATION_Z -> sample(lines, i, accelerometer.deviation(2));
        case OTHER_NUMBER -> sample(lines, i, others.number(i));
        case OTHER_FLAG -> lines.integer(others.flag(i));
        case SITTING -> label(lines, row, process.isSitting(minute) ? 1 : 0);
        case OTHER_LABEL -> label(lines, row, others.flag(i));
        case LABEL_SOURCE -> lines.integer(labelGaps[row] == LabelGap.NONE ? 2 : -1);
      }
    }
    lines.end();
  }

  private void sample(CsvLines lines, int column, double value) throws IOException {
    if (others.isMissing(column)) {
      lines.text("nan");
    } else {
      lines.decimal(value);
    }
  }

  private void label(CsvLines lines, int row, int value) throws IOException {
    switch (labelGaps[row]) {
      case NONE -> lines.integer(value);
      case EMPTY -> lines.text("");
      case NAN -> lines.text("nan");
    }
  }
}
