package io.sheaf.workloads.augment;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.config.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rows to augment, and their posts where these stand in a file of their own.
final class SourceRows {
  private static final List<String> HANDED_ON = List.of("criterion_col", "label_col", "id_col");

  private final Settings settings;
  private final Records records;
  private final String file;

  private SourceRows(Settings settings) throws IOException {
    this.settings = settings;
    this.file = input(settings);
    this.records = Records.read(file);
  }

  static String input(Settings settings) {
    return settings
        .optionalText("input")
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "`input` is not set, expected a file of rows; try --set input=FILE.csv"));
  }

  /// Names of the columns that are handed on.
  static List<String> handedOn(Settings settings) {
    return HANDED_ON.stream()
        .flatMap(key -> settings.optionalText(key).stream())
        .distinct()
        .toList();
  }

  /// All rows, also those that cannot be used.
  static List<SourceRow> read(Settings settings) throws IOException {
    return new SourceRows(settings).rows();
  }

  private List<SourceRow> rows() throws IOException {
    Optional<String> postsFile = settings.optionalText("posts");
    Map<String, String> posts = postsFile.isEmpty() ? Map.of() : posts(postsFile.get());
    int text = postsFile.isEmpty() ? column("text_col") : column("posts_id_col");
    int evidence = column("evidence_col");
    List<Integer> handedOn = new ArrayList<>();
    for (String name : handedOn(settings)) {
      handedOn.add(position(records, file, name, "column"));
    }
    List<SourceRow> rows = new ArrayList<>();
    for (int i = 0; i < records.rows().size(); i++) {
      List<String> cells = records.rows().get(i);
      if (cells.size() != records.columns().size()) {
        rows.add(
            SourceRow.broken(
                i,
                "line %d has %d fields, expected %d"
                    .formatted(records.lines().get(i), cells.size(), records.columns().size())));
      } else {
        String post =
            postsFile.isEmpty() ? cells.get(text) : posts.getOrDefault(cells.get(text), "");
        rows.add(
            new SourceRow(
                i, post, cells.get(evidence), handedOn.stream().map(cells::get).toList(), ""));
      }
    }
    return rows;
  }

  private Map<String, String> posts(String name) throws IOException {
    Records found = Records.read(name);
    int id = position(found, name, settings.text("posts_id_col"), "posts_id_col");
    int text = position(found, name, settings.text("posts_text_col"), "posts_text_col");
    Map<String, String> posts = new HashMap<>();
    for (int i = 0; i < found.rows().size(); i++) {
      List<String> cells = found.rows().get(i);
      if (cells.size() != found.columns().size()) {
        throw new ConfigurationException(
            "%s, line %d: %d fields, expected %d"
                .formatted(name, found.lines().get(i), cells.size(), found.columns().size()));
      }
      if (posts.put(cells.get(id), cells.get(text)) != null) {
        throw new ConfigurationException(
            "%s, line %d: a second post `%s`, expected each once"
                .formatted(name, found.lines().get(i), cells.get(id)));
      }
    }
    return posts;
  }

  private int column(String key) {
    return position(records, file, settings.text(key), key);
  }

  private static int position(Records records, String file, String name, String key) {
    int position = records.columns().indexOf(name);
    if (position < 0) {
      throw new ConfigurationException(
          "%s has no column `%s`, which `%s` names%s"
              .formatted(file, name, key, Nearest.hint(name, records.columns())));
    }
    return position;
  }
}
