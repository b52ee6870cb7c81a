package io.sheaf.workloads.augment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.hardwood.InputFile;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.workloads.parquet.ParquetRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The records of a file as text, whatever its format: nothing is taken for a number.
///
/// @param columns names, in order
/// @param rows one list of values for each record; fewer or more where the record had
/// @param lines where each record starts, from 1; in Parquet the record's number
record Records(List<String> columns, List<List<String>> rows, List<Long> lines) {
  /// What stands for the sample that comes with Sheaf.
  static final String SAMPLE = "sample";

  /// Reads CSV, TSV (`.tsv`), JSON lines (`.jsonl`), all UTF-8, or Parquet (`.parquet`).
  static Records read(String name) throws IOException {
    if (name.endsWith(".parquet")) {
      return parquet(bytes(name), name);
    }
    String text = decode(bytes(name), name);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return json(text, name);
    }
    return separated(text, name.endsWith(".tsv") ? '\t' : ',');
  }

  private static Records parquet(byte[] bytes, String name) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    try (ParquetRows all = ParquetRows.open(InputFile.of(ByteBuffer.wrap(bytes)), name)) {
      for (List<String> row = all.next(); row != null; row = all.next()) {
        rows.add(row);
        lines.add((long) rows.size());
      }
      return new Records(all.columns(), rows, lines);
    }
  }

  static byte[] bytes(String name) throws IOException {
    if (!name.equals(SAMPLE)) {
      if (Files.isDirectory(Path.of(name))) {
        throw new ConfigurationException(name + " is a directory, expected a file of rows");
      }
      return Files.readAllBytes(Path.of(name));
    }
    try (InputStream in = Records.class.getResourceAsStream("sample.csv")) {
      return Objects.requireNonNull(in, "sample.csv").readAllBytes();
    }
  }

  private static String decode(byte[] bytes, String name) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new IOException("%s, line %d: not UTF-8".formatted(name, line), coding(result));
    }
    String text = out.flip().toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static CharacterCodingException coding(CoderResult result) {
    try {
      result.throwException();
    } catch (CharacterCodingException e) {
      return e;
    }
    return new CharacterCodingException();
  }

  private static Records separated(String text, char separator) throws IOException {
    List<String> columns = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .maxBufferSize(1 << 28)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (columns.isEmpty()) {
          columns.addAll(record.getFields());
        } else {
          rows.add(record.getFields());
          lines.add(record.getStartingLineNumber());
        }
      }
    }
    return new Records(columns, rows, lines);
  }

  private static Records json(String text, String name) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<Map<String, String>> records = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    long line = 0;
    for (String one : text.split("\n", -1)) {
      line++;
      if (!one.isBlank()) {
        records.add(object(one, name, line));
        lines.add(line);
        records.getLast().keySet().forEach(key -> columns.putIfAbsent(key, columns.size()));
      }
    }
    List<List<String>> rows =
        records.stream()
            .map(
                record ->
                    columns.keySet().stream().map(key -> record.getOrDefault(key, "")).toList())
            .toList();
    return new Records(List.copyOf(columns.keySet()), rows, lines);
  }

  private static Map<String, String> object(String text, String name, long line) {
    Map<String, String> record = new LinkedHashMap<>();
    try {
      JsonNode node = JsonMapper.shared().readTree(text);
      if (node.isObject()) {
        node.properties()
            .forEach(
                entry ->
                    record.put(
                        entry.getKey(),
                        entry.getValue().isNull()
                            ? ""
                            : entry.getValue().isString()
                                ? entry.getValue().stringValue()
                                : entry.getValue().toString()));
        return record;
      }
    } catch (JacksonException _) {
      // Said below.
    }
    throw new ConfigurationException("%s, line %d: expected a JSON object".formatted(name, line));
  }
}
