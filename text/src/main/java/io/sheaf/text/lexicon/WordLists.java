package io.sheaf.text.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The word lists that come with the library; `NOTICE.md` beside them says where they are from.
public final class WordLists {
  private WordLists() {}

  /// The lines of a list.
  ///
  /// @param name of the file, unpacked if it ends in `.gz`
  /// @throws IllegalStateException if this build has no such list
  public static List<String> lines(String name) {
    try (InputStream packed = WordLists.class.getResourceAsStream(name)) {
      if (packed == null) {
        throw new IllegalStateException("word list " + name + " is missing from this build");
      }
      InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(packed) : packed;
      return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("word list " + name, e);
    }
  }
}
