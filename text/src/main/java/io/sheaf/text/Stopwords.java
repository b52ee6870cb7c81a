package io.sheaf.text;

import java.util.Set;

/// English function words and negations.
public final class Stopwords {
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          """
          a about above after again against all also although am an and any are as at be because been
          before being below between both but by can could did do does doing done down during each
          either else ever every few for from further get gets getting got had has have having he her
          here hers herself him himself his how however i if in into is it its itself just let lets like
          many may me might mine more most much must my myself now of off often on once one only onto
          or other others ought our ours ourselves out over own per quite rather really said same shall
          she should since so some still such than that the their theirs them themselves then there
          these they this those though through thus to too toward towards two under unless until up upon
          us used very via was we well were what whatever when where whether which while who whoever
          whole whom whose why will with within would yes yet you your yours yourself yourselves
          i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll
          we're we've we'd we'll they're they've they'd they'll that's there's here's what's who's let's
          """
              .strip()
              .split("\\s+"));
  private static final Set<String> NEGATIONS =
      Set.of(
          "no",
          "not",
          "never",
          "none",
          "nobody",
          "nothing",
          "neither",
          "nor",
          "nowhere",
          "cannot",
          "without",
          "hardly",
          "barely",
          "scarcely",
          "cant",
          "dont",
          "wont",
          "didnt",
          "doesnt",
          "isnt",
          "wasnt",
          "couldnt",
          "wouldnt",
          "shouldnt",
          "aint",
          "nope");

  private Stopwords() {}

  /// Whether a word has a function rather than a meaning.
  ///
  /// @param lower a word in lower case
  public static boolean contains(String lower) {
    return FUNCTION_WORDS.contains(lower);
  }

  /// Whether a word turns a meaning around.
  ///
  /// @param lower a word in lower case
  public static boolean isNegation(String lower) {
    return NEGATIONS.contains(lower) || lower.endsWith("n't");
  }
}
