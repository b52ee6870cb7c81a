package io.sheaf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every source file is as google-java-format leaves it; `-Dformat` rewrites those that are not.
///
/// A test and not a Maven plugin, because a plugin would run on the JDK that Maven runs on.
class FormatTest {
  private final Formatter formatter = new Formatter(JavaFormatterOptions.builder().build());

  @Test
  void everySourceFileIsFormatted() throws IOException {
    List<Path> sources = Sources.java();
    assertThat(sources).hasSizeGreaterThan(10);
    if (System.getProperty("format") != null) {
      sources.forEach(this::rewrite);
    }
    assertThat(sources).filteredOn(this::isUnformatted).as("run `mvn test -Dformat`").isEmpty();
  }

  private boolean isUnformatted(Path file) {
    String source = read(file);
    return !formatted(file, source).equals(source);
  }

  private void rewrite(Path file) {
    String source = read(file);
    String formatted = formatted(file, source);
    if (!formatted.equals(source)) {
      try {
        Files.writeString(file, formatted);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String formatted(Path file, String source) {
    try {
      return formatter.formatSource(
          RemoveUnusedImports.removeUnusedImports(
              ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE)));
    } catch (FormatterException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
