package io.sheaf.text.translation;

import io.sheaf.text.model.Checksums;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Translation from English and back by Apertium, which runs in processes of its own. Thread-safe:
/// one text after the other. Starts the programs anew when they have failed. Remembers the last
/// texts, as each has one translation only.
///
/// @see <a href="https://doi.org/10.1007/s10590-011-9090-0">Forcada et al. 2011</a>
public final class Apertium implements Closeable {
  private static final Pattern SPECIAL = Pattern.compile("[\\[\\]{}^$/\\\\@<>]");

  /// An escaped character, or one that is not and only marks what is kept.
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)|[\\[\\]]");

  private static final Pattern FILE = Pattern.compile("'(/[^']*)'");

  private static final int MOST_REMEMBERED = 1000;

  private final Map<String, String> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private final Path thereMode;
  private final Path backMode;
  private final String digest;
  private volatile Pipeline there;
  private volatile Pipeline back;
  private volatile boolean closed;

  private Apertium(Path thereMode, Path backMode, String digest) throws IOException {
    this.thereMode = thereMode;
    this.backMode = backMode;
    this.digest = digest;
    this.there = new Pipeline(thereMode);
    this.back = new Pipeline(backMode);
  }

  /// Starts the programs.
  ///
  /// @param data where Apertium's data are
  /// @param language three letters
  /// @throws IOException if something is missing; the message says what
  public static Apertium start(Path data, String language) throws IOException {
    Path modes = data.resolve("modes");
    Path there = modes.resolve("eng-" + language + ".mode");
    Path back = modes.resolve(language + "-eng.mode");
    Set<Path> needed = new TreeSet<>();
    for (Path mode : new Path[] {there, back}) {
      if (!Files.exists(mode)) {
        throw new IOException(mode + " does not exist");
      }
      Matcher files = FILE.matcher(Files.readString(mode));
      while (files.find()) {
        needed.add(Path.of(files.group(1)));
      }
    }
    StringBuilder digest = new StringBuilder();
    for (Path file : needed) {
      digest.append(Checksums.of(file), 0, 8);
    }
    return new Apertium(there, back, digest.toString());
  }

  /// Which version of the data it has: the first digits of the SHA-256 of each file.
  public String digest() {
    return digest;
  }

  /// A text in Apertium's stream format.
  ///
  /// @param text to be translated
  public static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }

  /// What is to stay as it is, in Apertium's stream format.
  public static String kept(String text) {
    return "[" + escaped(text) + "]";
  }

  /// Translates to the other language and back.
  ///
  /// @param text made of [#escaped] and [#kept]
  /// @throws IOException if a program has ended
  public synchronized String thereAndBack(String text) throws IOException {
    String translated = known.get(text);
    if (translated == null) {
      translated = ESCAPED.matcher(asked(text)).replaceAll("$1");
      known.put(text, translated);
    }
    return translated;
  }

  private String asked(String text) throws IOException {
    if (closed) {
      throw new IOException("apertium is closed");
    }
    try {
      return back.translate(there.translate(text));
    } catch (IOException e) {
      if (!closed) {
        there.close();
        there = new Pipeline(thereMode);
        back.close();
        back = new Pipeline(backMode);
      }
      throw e;
    }
  }

  /// Does not wait for an answer that is under way.
  @Override
  public void close() throws IOException {
    closed = true;
    there.end();
    back.end();
    synchronized (this) {
      there.close();
      back.close();
    }
  }
}
