package io.sheaf.workloads.command;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// What the settings make units of.
final class Sources {
  private static final Pattern RANGE =
      Pattern.compile("(-?\\d{1,15})\\.\\.(-?\\d{1,15})(?:/(\\d{1,15}))?");
  private static final long MOST = 100_000_000;
  private static final String SHARD = "shard";

  private final Settings settings;
  private final List<Source> sources = new ArrayList<>();

  private Sources(Settings settings) {
    this.settings = settings;
  }

  /// All of them, in the order in which they vary, the last one fastest.
  ///
  /// @throws IOException if a file or directory they name cannot be read
  static List<Source> of(Settings settings) throws IOException {
    Sources all = new Sources(settings);
    if (settings.values().get("items") instanceof Settings.Value(List<?> items, _, _)) {
      all.positional(texts(items));
    }
    if (settings.optionalText("items_file").isPresent()) {
      all.positional(Files.readAllLines(Path.of(settings.text("items_file"))));
    }
    settings.optionalText("range").map(Sources::range).ifPresent(all::positional);
    if (settings.optionalText("glob").isPresent()) {
      all.positional(Glob.files(settings.text("glob")));
    }
    if (settings.optionalText("csv").isPresent()) {
      all.sources.add(csv(Path.of(settings.text("csv"))));
    }
    all.parameters();
    if (settings.optionalWhole("shards").isPresent()) {
      all.sources.add(shards(settings.whole("shards")));
    }
    return all.sources;
  }

  private static List<String> texts(List<?> items) {
    return items.stream().map(Object::toString).toList();
  }

  private void positional(List<String> values) {
    sources.add(Source.of(Integer.toString(sources.size() + 1), values, false));
  }

  private static List<String> range(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw new ConfigurationException(
          "`range`: expected FIRST..LAST or FIRST..LAST/STEP, found `" + text + "`");
    }
    String first = matcher.group(1);
    long from = Long.parseLong(first);
    long to = Long.parseLong(matcher.group(2));
    long step = matcher.group(3) == null ? 1 : Long.parseLong(matcher.group(3));
    if (step < 1 || from > to || (to - from) / step >= MOST) {
      throw new ConfigurationException(
          "`range`: expected 1 to %d numbers upwards, found `%s`".formatted(MOST, text));
    }
    int width = first.startsWith("0") ? first.length() : 1;
    return LongStream.rangeClosed(0, (to - from) / step)
        .mapToObj(i -> padded(from + i * step, width))
        .toList();
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static Source csv(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = List.of();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        header = row.getHeader();
        rows.add(List.copyOf(row.getFields()));
      }
    } catch (UncheckedIOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ConfigurationException(file + ": " + e.getMessage());
    }
    return new Source(header, rows, false);
  }

  /// By name, numbers by value.
  private void parameters() {
    TreeMap<String, List<String>> parameters =
        new TreeMap<>(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    TreeMap<String, List<String>> named = new TreeMap<>();
    settings
        .values()
        .forEach(
            (key, value) -> {
              if (key.startsWith("parameters.") && value.value() instanceof List<?> list) {
                String name = key.substring("parameters.".length());
                (name.matches("\\d+") ? parameters : named).put(name, texts(list));
              }
            });
    List<String> linked = settings.texts("linked");
    parameters.forEach((name, list) -> sources.add(Source.of(name, list, linked.contains(name))));
    named.forEach((name, list) -> sources.add(Source.of(name, list, linked.contains(name))));
  }

  private static Source shards(int count) {
    List<List<String>> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(List.of(Integer.toString(i), Integer.toString(count)));
    }
    return new Source(List.of(SHARD, "shards"), values, false);
  }
}
