package io.sheaf.text;

/// The words of a passage that may change, in random order, drawn one by one.
///
/// Confined to one thread.
public final class Targets {
  /// What [#next] gives when no word is left.
  public static final int NONE = -1;

  private final Passage passage;
  private final Guards guards;
  private final Draws draws;
  private final int[] pool;
  private int left;

  /// @param shortest length of the shortest word that may change, in code units
  public Targets(Passage passage, Guards guards, int shortest, Draws draws) {
    this.passage = passage;
    this.guards = guards;
    this.draws = draws;
    Words words = passage.words();
    this.pool = new int[words.size()];
    for (int word = 0; word < words.size(); word++) {
      if (words.length(word) >= shortest && guards.allowsKind(words.kind(word))) {
        pool[left++] = word;
      }
    }
  }

  /// The next word, or [#NONE].
  public int next() {
    while (left > 0) {
      int chosen = draws.below(left);
      int word = pool[chosen];
      pool[chosen] = pool[--left];
      if (guards.allowsWord(passage.words().of(word))) {
        return word;
      }
    }
    return NONE;
  }
}
