package io.sheaf.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Files that pages use: style sheets, scripts, the drawing library.
public final class Assets {
  private Assets() {}

  /// The bytes of a file, such as `sheaf.css` or `vendor/uplot.js`.
  public static byte[] bytes(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return in.readAllBytes();
    }
  }

  /// The same as text.
  public static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
