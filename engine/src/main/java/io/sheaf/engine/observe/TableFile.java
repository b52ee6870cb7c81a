package io.sheaf.engine.observe;

import de.siegmar.fastcsv.reader.CsvIndex;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.IndexedCsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A table that a run has written. Immutable.
///
/// @param name without `.csv`
/// @param bytes its size
public record TableFile(String name, Path path, long bytes) {
  /// Rows of a page.
  public static final int PAGE = 100;

  /// Some rows of a table.
  ///
  /// @param header names of the columns
  /// @param number of the page, from 0
  /// @param pages how many there are
  /// @param rows how many there are on all pages
  public record Page(
      List<String> header, List<List<String>> lines, int number, int pages, long rows) {}

  /// Where the pages of a table begin, which takes one pass over it. Immutable.
  static final class Index {
    private final CsvIndex pages;
    private final List<String> header;

    private Index(CsvIndex pages, List<String> header) {
      this.pages = pages;
      this.header = List.copyOf(header);
    }
  }

  static List<TableFile> below(Path out) throws IOException {
    List<TableFile> tables = new ArrayList<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
          tables.add(new TableFile(name.substring(0, name.length() - 4), file, Files.size(file)));
        }
      }
    }
    return tables;
  }

  Index index() throws IOException {
    try (IndexedCsvReader<CsvRecord> reader =
        IndexedCsvReader.builder().pageSize(PAGE).ofCsvRecord(path)) {
      CsvIndex pages = reader.getIndex();
      return new Index(
          pages, pages.recordCount() == 0 ? List.of() : reader.readPage(0).getFirst().getFields());
    }
  }

  /// A page of the rows as they stand in the file; the last one if there are less.
  Page page(Index index, int number) throws IOException {
    try (IndexedCsvReader<CsvRecord> reader =
        IndexedCsvReader.builder().pageSize(PAGE).index(index.pages).ofCsvRecord(path)) {
      int records = Math.max(0, (int) index.pages.recordCount() - 1);
      int pages = Math.max(1, Math.ceilDiv(records, PAGE));
      int wanted = Math.clamp(number, 0, pages - 1);
      List<List<String>> lines = new ArrayList<>();
      // The header is the first record, so a page of rows lies in two pages of records.
      for (int page = wanted; page <= wanted + 1 && page < index.pages.pages().size(); page++) {
        List<CsvRecord> read = reader.readPage(page);
        List<CsvRecord> part = page == wanted ? read.subList(1, read.size()) : read.subList(0, 1);
        part.forEach(one -> lines.add(one.getFields()));
      }
      return new Page(index.header, lines, wanted, pages, records);
    }
  }

  /// Which rows an order has, and where.
  ///
  /// @throws NoSuchElementException if there is no column of that name
  TableOrder order(Index index, TableQuery query) throws IOException {
    int column = index.header.indexOf(query.column());
    if (column < 0 && !query.column().isEmpty()) {
      throw new NoSuchElementException(
          "there is no column %s, expected one of %s".formatted(query.column(), index.header));
    }
    return TableOrder.of(path, query, column);
  }

  /// A page of the rows in an order; the last one if there are less.
  Page page(Index index, TableOrder order, int number) throws IOException {
    int pages = Math.max(1, Math.ceilDiv(order.size(), PAGE));
    int wanted = Math.clamp(number, 0, pages - 1);
    int[] rows = order.rows(wanted * PAGE, Math.min(order.size(), (wanted + 1) * PAGE)).toArray();
    // The header is the first record.
    Map<Integer, List<CsvRecord>> records = new TreeMap<>();
    Arrays.stream(rows).forEach(row -> records.put((row + 1) / PAGE, List.of()));
    try (IndexedCsvReader<CsvRecord> reader =
        IndexedCsvReader.builder().pageSize(PAGE).index(index.pages).ofCsvRecord(path)) {
      for (Map.Entry<Integer, List<CsvRecord>> one : records.entrySet()) {
        one.setValue(reader.readPage(one.getKey()));
      }
    }
    List<List<String>> lines =
        Arrays.stream(rows)
            .mapToObj(
                row ->
                    records
                        .getOrDefault((row + 1) / PAGE, List.of())
                        .get((row + 1) % PAGE)
                        .getFields())
            .toList();
    return new Page(index.header, lines, wanted, pages, order.size());
  }
}
