package io.sheaf.text;

import java.util.Set;
import java.util.stream.Collectors;

/// Which words must stay as they are. Immutable.
///
/// @param stopwords whether common function words stay
/// @param negations whether words that turn a meaning around stay
/// @param numbers whether words with digits stay
/// @param addresses whether web and mail addresses, names with @ and tags stay
/// @param reserved further words that stay, in lower case
public record Guards(
    boolean stopwords,
    boolean negations,
    boolean numbers,
    boolean addresses,
    Set<String> reserved) {
  /// All but stopwords.
  public static final Guards USUAL = new Guards(false, true, true, true, Set.of());

  /// All.
  public static final Guards CONTENT = new Guards(true, true, true, true, Set.of());

  /// Everything may change.
  public static final Guards NONE = new Guards(false, false, false, false, Set.of());

  public Guards {
    reserved = reserved.stream().map(Letters::lower).collect(Collectors.toUnmodifiableSet());
  }

  /// Also keeps these words.
  public Guards reserving(Set<String> words) {
    return new Guards(stopwords, negations, numbers, addresses, words);
  }

  boolean allowsKind(Words.Kind kind) {
    return switch (kind) {
      case WORD -> true;
      case NUMBER -> !numbers;
      case ADDRESS -> !addresses;
    };
  }

  /// Whether a word may be put where it was not: a negation would turn the meaning around.
  ///
  /// @param lower in lower case
  public boolean allowsNew(String lower) {
    return !(negations && Stopwords.isNegation(lower));
  }

  /// Whether a word may change, whatever its kind.
  public boolean allowsWord(String word) {
    if (!stopwords && !negations && reserved.isEmpty()) {
      return true;
    }
    String lower = Letters.lower(word).replace('’', '\'');
    return !(negations && Stopwords.isNegation(lower))
        && !(stopwords && Stopwords.contains(lower))
        && !reserved.contains(lower);
  }
}
