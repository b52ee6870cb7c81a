package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Rows of a text table: separated by tabs, commas, semicolons or white space, plain or compressed
/// (.gz), with or without a header line. Cells may be quoted; quoted line breaks are not known.
/// Lines that are empty or begin with # are passed over. A first line of numbers is a row, unless
/// they are 0, 1, 2 … as the columns are numbered.
final class TextRows implements TableRows {
  private static final Pattern WHITE = Pattern.compile("\\s+");

  private final Path file;
  private final BufferedReader reader;
  private final char separator;
  private final List<String> names;
  private @Nullable List<String> first;
  private int line;

  private TextRows(Path file, BufferedReader reader) throws IOException {
    this.file = file;
    this.reader = reader;
    String text = nextLine();
    if (text == null) {
      throw new ConfigurationException(file + ": no rows");
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    separator = separator(text);
    List<String> cells = split(text);
    if (cells.stream().allMatch(TextRows::isNumber) && !isNumbered(cells)) {
      names = IntStream.range(0, cells.size()).mapToObj(String::valueOf).toList();
      first = cells;
    } else {
      names = cells;
    }
  }

  static TextRows open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream plain =
          file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      return new TextRows(
          file, new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16));
    } catch (EOFException | ZipException e) {
      bytes.close();
      throw notCompressed(file, e);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private @Nullable String nextLine() throws IOException {
    try {
      String text;
      do {
        text = reader.readLine();
        line++;
      } while (text != null && (text.isBlank() || text.startsWith("#")));
      return text;
    } catch (EOFException e) {
      throw new IOException("%s:%d: the compressed data end early".formatted(file, line + 1), e);
    } catch (ZipException e) {
      throw notCompressed(file, e);
    }
  }

  private static IOException notCompressed(Path file, IOException e) {
    String why = e.getMessage() == null ? "it ends early" : e.getMessage();
    return new IOException(file + ": not readable as .gz: " + why, e);
  }

  private static char separator(String text) {
    for (char each : new char[] {'\t', ',', ';'}) {
      if (text.indexOf(each) >= 0) {
        return each;
      }
    }
    return ' ';
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public @Nullable List<String> next() throws IOException {
    if (first != null) {
      List<String> cells = first;
      first = null;
      return cells;
    }
    String text = nextLine();
    return text == null ? null : split(text);
  }

  @Override
  public String where() {
    return file + ":" + line;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private List<String> split(String text) {
    if (separator == ' ') {
      return Arrays.asList(WHITE.split(text.strip()));
    }
    return text.indexOf('"') < 0 ? plain(text) : quoted(text);
  }

  private List<String> plain(String text) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
      cells.add(text.substring(from, to).strip());
      from = to + 1;
    }
    cells.add(text.substring(from).strip());
    return cells;
  }

  private List<String> quoted(String text) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && inside && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        inside = !inside;
      } else if (c == separator && !inside) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  /// Whether these are the numbers of the columns, as others write them above tables without names;
  /// an empty cell may stand above the numbers of the rows. A lone 0 is a value.
  private static boolean isNumbered(List<String> cells) {
    int unnamed = cells.getFirst().isEmpty() ? 1 : 0;
    List<String> numbers = cells.subList(unnamed, cells.size());
    return cells.size() > 1
        && IntStream.range(0, numbers.size())
            .allMatch(i -> numbers.get(i).equals(String.valueOf(i)));
  }

  private static boolean isNumber(String cell) {
    return !Double.isNaN(number(cell)) || cell.equalsIgnoreCase("nan") || cell.isEmpty();
  }

  /// The number that a cell holds, NaN if none. Java's d and f behind a number are none elsewhere.
  static double number(String cell) {
    try {
      return cell.matches("(?s).*[dDfF]\\s*") ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
