package io.sheaf.engine.observe;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The last lines of a run's logs that are about one unit.
final class LogTail {
  /// Of each file only its end is read, so that logs of any size can be asked.
  private static final int MOST_BYTES = 1 << 20;

  private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");

  private LogTail() {}

  /// The last lines about a unit, by time; a stack trace belongs to the line above it.
  static List<String> about(Path logs, String unit, int most) throws IOException {
    Pattern name = Pattern.compile("(?<=^|[\\s\"])" + Pattern.quote(unit) + "(?=$|[\\s\":,])");
    Map<String, String> lines = new TreeMap<>();
    for (Path file : files(logs)) {
      boolean belongs = false;
      int number = 0;
      String time = "";
      for (String line : end(file)) {
        if (BEGINNING.matcher(line).matches()) {
          belongs = name.matcher(line).find();
          time = line.substring(0, line.indexOf(' ') < 0 ? line.length() : line.indexOf(' '));
        }
        if (belongs) {
          lines.put(time + " " + file.getFileName() + " %08d".formatted(number), line);
        }
        number++;
      }
    }
    List<String> all = new ArrayList<>(lines.values());
    return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
  }

  /// All but those that repeat what others say.
  private static List<Path> files(Path logs) throws IOException {
    if (!Files.isDirectory(logs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .filter(file -> !file.endsWith("errors.log"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static List<String> end(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.seek(from);
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().skip(from > 0 ? 1 : 0).toList();
    }
  }
}
