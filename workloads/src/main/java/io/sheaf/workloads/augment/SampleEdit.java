package io.sheaf.workloads.augment;

import io.sheaf.engine.chapter.Figure.Emphasis;
import io.sheaf.engine.chapter.Figure.Fragment;
import io.sheaf.engine.chapter.Figure.Passage;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.text.Edit;
import java.util.ArrayList;
import java.util.List;

/// A variant in its post, with what was taken out and put in.
final class SampleEdit {
  private static final int CONTEXT = 300;

  private SampleEdit() {}

  static Passage passage(Row row, Table table) {
    String title =
        "%s, source row %s, similarity %.3f"
            .formatted(
                row.text(table.index("source_combo")),
                row.text(table.index("source_row")),
                row.number(table.index("similarity")));
    String post = row.text(table.index("post_text"));
    String evidence = row.text(table.index("evidence"));
    String original = row.text(table.index("evidence_original"));
    int start = post.offsetByCodePoints(0, (int) row.number(table.index("evidence_start")));
    List<Fragment> fragments = new ArrayList<>();
    add(fragments, before(post.substring(0, start)), Emphasis.NONE);
    int at = 0;
    for (Edit edit : AugmentCheck.edits(original, row.text(table.index("edits")))) {
      add(fragments, original.substring(at, edit.start()), Emphasis.SUBJECT);
      add(fragments, original.substring(edit.start(), edit.end()), Emphasis.REMOVED);
      add(fragments, edit.replacement(), Emphasis.ADDED);
      at = edit.end();
    }
    add(fragments, original.substring(at), Emphasis.SUBJECT);
    add(fragments, after(post.substring(start + evidence.length())), Emphasis.NONE);
    return new Passage(title, fragments);
  }

  private static void add(List<Fragment> fragments, String text, Emphasis emphasis) {
    if (!text.isEmpty()) {
      fragments.add(new Fragment(text, emphasis));
    }
  }

  private static String before(String text) {
    return text.length() <= CONTEXT ? text : "… " + text.substring(text.length() - CONTEXT);
  }

  private static String after(String text) {
    return text.length() <= CONTEXT ? text : text.substring(0, CONTEXT) + " …";
  }
}
