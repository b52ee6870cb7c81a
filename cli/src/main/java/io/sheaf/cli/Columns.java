package io.sheaf.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Text in columns as wide as their widest cell, two spaces apart. A column whose first cell begins
/// with `>` stands to the right.
final class Columns {
  private static final String RIGHT = ">";

  private Columns() {}

  static void print(List<List<String>> rows, PrintWriter out) {
    lines(rows).forEach(out::println);
  }

  static List<String> lines(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        boolean right = rows.getFirst().get(column).startsWith(RIGHT);
        String cell = cell(row.get(column), right);
        String blanks = " ".repeat(width(rows, column, right) - cell.length());
        line.append(column > 0 ? "  " : "").append(right ? blanks + cell : cell + blanks);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String cell(String text, boolean right) {
    return right && text.startsWith(RIGHT) ? text.substring(1) : text;
  }

  private static int width(List<List<String>> rows, int column, boolean right) {
    return rows.stream().mapToInt(row -> cell(row.get(column), right).length()).max().orElse(0);
  }
}
