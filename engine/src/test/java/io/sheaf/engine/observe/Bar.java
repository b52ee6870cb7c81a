package io.sheaf.engine.observe;

import java.util.List;
import java.util.regex.Pattern;

/// A bar of a trace file, times in microseconds.
record Bar(String kind, double start, double length, int row) {
  private static final Pattern BAR =
      Pattern.compile(
          "\"cat\":\"(\\w+)\",\"ph\":\"X\",\"ts\":([0-9.E]+),\"dur\":([0-9.E]+),\"pid\":1,\"tid\":(\\d+)");

  static List<Bar> read(String json) {
    return BAR.matcher(json)
        .results()
        .map(
            bar ->
                new Bar(
                    bar.group(1),
                    Double.parseDouble(bar.group(2)),
                    Double.parseDouble(bar.group(3)),
                    Integer.parseInt(bar.group(4))))
        .toList();
  }

  double end() {
    return start + length;
  }
}
