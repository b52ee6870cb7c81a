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
///
/// Only the places where its name stands are looked at. For that, text is held with one character
/// for each byte.
final class LogTail {
  /// Of each file only its end is read, so that logs of any size can be asked.
  private static final int MOST_BYTES = 1 << 20;

  private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT");
  private static final String BEFORE = " \t\n\"";
  private static final String BEHIND = BEFORE + ":,\r";

  private final String text;
  private final String unit;

  private LogTail(String text, String unit) {
    this.text = text;
    this.unit = unit;
  }

  /// The last lines about a unit, by time; a stack trace belongs to the line above it.
  static List<String> about(Path logs, String unit, int most) throws IOException {
    String name = bytes(unit.getBytes(StandardCharsets.UTF_8));
    Map<String, String> lines = new TreeMap<>();
    for (Path file : files(logs)) {
      new LogTail(end(file), name).add(String.valueOf(file.getFileName()), lines);
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

  /// The last whole lines of a file.
  private static String end(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - MOST_BYTES);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.seek(from);
      in.readFully(bytes);
      String text = bytes(bytes);
      return from > 0 ? text.substring(text.indexOf('\n') + 1) : text;
    }
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// Adds the lines under a key by which all files' lines can be ordered.
  private void add(String file, Map<String, String> lines) {
    for (int at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at)) {
      int line = text.lastIndexOf('\n', at) + 1;
      if (!isName(at) || !isBeginning(line)) {
        at += unit.length();
        continue;
      }
      int blank = text.indexOf(' ', line);
      String time = text.substring(line, Math.max(line, Math.min(blank, lineEnd(line))));
      do {
        lines.put("%s %s %08d".formatted(time, file, line), line(line));
        line = lineEnd(line) + 1;
      } while (line < text.length() && !isBeginning(line));
      at = line;
    }
  }

  /// Whether it stands there alone, not as a part of another name.
  private boolean isName(int at) {
    int end = at + unit.length();
    return (at == 0 || BEFORE.indexOf(text.charAt(at - 1)) >= 0)
        && (end == text.length() || BEHIND.indexOf(text.charAt(end)) >= 0);
  }

  private boolean isBeginning(int line) {
    return BEGINNING.matcher(text).region(line, text.length()).lookingAt();
  }

  private int lineEnd(int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? text.length() : end;
  }

  private String line(int line) {
    byte[] bytes = text.substring(line, lineEnd(line)).getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
  }
}
