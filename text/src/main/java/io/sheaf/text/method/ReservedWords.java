package io.sheaf.text.method;

import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts one word of a group for another: groups that the user names.
final class ReservedWords implements WordChange {
  private final Map<String, List<String>> groups = new HashMap<>();

  /// @param text groups apart by semicolons, words of a group by `|`
  ReservedWords(String text) {
    for (String group : text.split(";", -1)) {
      List<String> words =
          Arrays.stream(group.split("\\|"))
              .map(String::strip)
              .filter(word -> !word.isEmpty())
              .toList();
      words.forEach(
          word ->
              groups.computeIfAbsent(Letters.lower(word), _ -> new ArrayList<>()).addAll(words));
    }
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  @Override
  public boolean change(Passage passage, int word, Draws draws, List<Edit> edits) {
    List<String> group = groups.getOrDefault(Letters.lower(passage.words().of(word)), List.of());
    return Lexical.put(passage, word, group, draws, edits);
  }
}
