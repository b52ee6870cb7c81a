package io.sheaf.web.serve;

import io.sheaf.engine.observe.RunFacts;
import io.sheaf.web.Html;
import io.sheaf.web.Parts;
import io.sheaf.web.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run was asked to do and with what, secrets hidden.
record RecordPart(RunFacts facts) {
  Html html() {
    return Html.tag(
        "details",
        Html.attribute("class", "panel"),
        Html.tag("summary", "Configuration and provenance"),
        Html.tag("h3", "Made with"),
        pairs(List.of(facts.head(), facts.madeWith(), facts.methods())),
        Html.tag("h3", "Configuration"),
        pairs(List.of(facts.configuration())));
  }

  private static Html pairs(List<Map<String, ? extends @Nullable Object>> parts) {
    List<Object> items = new ArrayList<>();
    for (Map<String, ? extends @Nullable Object> part : parts) {
      part.forEach(
          (name, value) -> {
            items.add(name);
            items.add(value == null ? "" : String.valueOf(Secrets.masked(name, value)));
          });
    }
    return Parts.pairs(items.toArray());
  }
}
