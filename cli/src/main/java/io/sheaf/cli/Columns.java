package io.sheaf.cli;

import java.io.PrintWriter;
import java.util.List;

/// Text in columns as wide as their widest cell, two spaces apart.
final class Columns {
  private Columns() {}

  static void print(List<List<String>> rows, PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size() - 1; column++) {
        String cell = row.get(column);
        line.append(cell).repeat(' ', width(rows, column) - cell.length() + 2);
      }
      out.println(line.append(row.getLast()).toString().stripTrailing());
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
