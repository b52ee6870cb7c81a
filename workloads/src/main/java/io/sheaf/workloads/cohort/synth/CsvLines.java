package io.sheaf.workloads.cohort.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes lines of comma-separated cells without an object per cell; confined to a thread.
final class CsvLines {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int DECIMALS = 6;

  /// The longest cell: sign, 19 digits, point and comma.
  private static final int CELL_BYTES = 24;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] digits = new byte[CELL_BYTES];
  private int length;

  CsvLines(OutputStream out) {
    this.out = out;
  }

  /// A cell of text, which must be ASCII and need no quotes.
  void text(String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
    reserve(bytes.length + 1);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    buffer[length++] = ',';
  }

  /// A cell with an integer.
  void integer(long value) throws IOException {
    number(value, 0);
  }

  /// A cell with six decimals.
  void decimal(double value) throws IOException {
    number(Math.round(value * 1e6), DECIMALS);
  }

  /// Ends a line of at least one cell.
  void end() {
    buffer[length - 1] = '\n';
  }

  void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  private void number(long scaled, int decimals) throws IOException {
    reserve(CELL_BYTES);
    if (scaled < 0) {
      buffer[length++] = '-';
    }
    long rest = Math.abs(scaled);
    int count = 0;
    do {
      if (count == decimals && decimals > 0) {
        digits[count++] = '.';
      }
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0 || count <= decimals);
    while (count > 0) {
      buffer[length++] = digits[--count];
    }
    buffer[length++] = ',';
  }

  /// The last byte of a cell may still become a line end, so it stays until the next cell.
  private void reserve(int bytes) throws IOException {
    if (length + bytes > buffer.length) {
      flush();
    }
  }
}
