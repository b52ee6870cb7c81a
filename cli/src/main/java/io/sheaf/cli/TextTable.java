package io.sheaf.cli;

import java.util.List;

/// Rows of words under each other. The first row is the head; all but the first column stand right.
final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /// One line for each row.
  static List<String> lines(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String space = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : GAP);
      line.append(i == 0 ? row.get(i) + space : space + row.get(i));
    }
    return line.toString().stripTrailing();
  }
}
