package io.sheaf.web.serve;

import io.sheaf.web.Html;
import io.sheaf.web.Parts;
import io.sheaf.web.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a run was asked to do and with what, secrets hidden.
///
/// @param record texts of `run.yaml` by dotted name
record RecordPart(Map<String, String> record) {
  private static final String CONFIGURATION = "configuration.";

  Html html() {
    return Html.tag(
        "details",
        Html.attribute("class", "panel"),
        Html.tag("summary", "Configuration and provenance"),
        Html.tag("h3", "Made with"),
        pairs(record.entrySet().stream().filter(one -> isProvenance(one.getKey())).toList(), ""),
        Html.tag("h3", "Configuration"),
        pairs(
            record.entrySet().stream()
                .filter(one -> one.getKey().startsWith(CONFIGURATION))
                .toList(),
            CONFIGURATION));
  }

  private static boolean isProvenance(String name) {
    return !name.contains(".")
        || name.startsWith("made_with.")
        || name.startsWith("statistics_methods.");
  }

  private static Html pairs(List<Map.Entry<String, String>> entries, String prefix) {
    List<Object> items = new ArrayList<>();
    for (Map.Entry<String, String> one : entries) {
      String name = one.getKey().substring(prefix.length());
      items.add(name);
      items.add(Secrets.masked(name, one.getValue()));
    }
    return Parts.pairs(items.toArray());
  }
}
