package io.sheaf.workloads.cohort.synth;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Reads back what was planted.
public final class TruthFile {
  private TruthFile() {}

  /// The coupling of each user in a directory of synthetic data, empty for other data.
  public static Map<String, Coupling> find(Path data) throws IOException {
    Path file = data.resolve(SyntheticCohort.TRUTH_FILE);
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return UserTruth.HEADER.equals(lines.readLine()) ? read(file) : Map.of();
    } catch (CharacterCodingException _) {
      return Map.of();
    }
  }

  /// The coupling of each user.
  ///
  /// @param file as [SyntheticCohort] wrote it
  /// @throws IOException if it cannot be read
  public static Map<String, Coupling> read(Path file) throws IOException {
    Map<String, Coupling> couplings = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String label = row.getField("coupling");
        couplings.put(row.getField("user_id"), Coupling.valueOf(label.toUpperCase(Locale.ROOT)));
      }
    }
    return couplings;
  }
}
