package io.sheaf.text;

import java.util.List;
import java.util.Random;

/// Texts of everything that Unicode has, and of words in it.
public final class Soup {
  private static final List<String> PARTS =
      List.of(
          "I",
          "don't",
          "know",
          "the",
          "quick",
          "brown",
          "fox",
          "was",
          "happy",
          "running",
          "houses",
          "not",
          "HELLO",
          "Sleep",
          "because",
          "3:45",
          "1,000",
          "https://a.b/c?d=e",
          "me@host.org",
          "#tag",
          "naïve",
          "cafe\u0301",
          "Straße",
          "日本語。",
          "😀",
          "👩‍👩‍👧",
          "\ud800",
          "\udc00",
          "\0",
          "…",
          "“quoted”",
          "(in",
          "brackets)",
          "end.",
          "Really?",
          "No!",
          "it’s",
          "well-known",
          "a",
          "مرحبا",
          "हिन्दी",
          "\u200d",
          "e\u0301\u0302",
          "I've",
          "he",
          "is",
          "they",
          "are",
          "money");
  private static final List<String> GAPS =
      List.of(" ", " ", " ", "  ", "\n", "\t", "", ", ", ". ", "\r\n");

  private Soup() {}

  public static String of(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(14);
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
      text.append(GAPS.get(random.nextInt(GAPS.size())));
    }
    return text.toString();
  }

  /// A few characters of a small alphabet, so that much is equal.
  public static String narrow(Random random, int most, int letters) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(most + 1);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          "abcdé日😀z".codePoints().skip(random.nextInt(letters)).findFirst().orElseThrow());
    }
    return text.toString();
  }
}
