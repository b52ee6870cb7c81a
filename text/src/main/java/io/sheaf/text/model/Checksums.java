package io.sheaf.text.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The file `SHA256SUMS` of a directory, as `sha256sum` writes it.
public final class Checksums {
  private static final String NAME = "SHA256SUMS";

  private Checksums() {}

  /// The SHA-256 of a file in hexadecimal digits.
  public static String of(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Writes those of some files of a directory.
  static void write(Path directory, List<String> names) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(of(directory.resolve(name)) + "  " + name);
    }
    Files.write(directory.resolve(NAME), lines);
  }

  /// Compares the files with their checksums, where the directory has any.
  ///
  /// @return the SHA-256 of each file that has one there, by name
  /// @throws IOException if a file is another one; the message names it
  public static Map<String, String> check(Path directory) throws IOException {
    Path sums = directory.resolve(NAME);
    Map<String, String> checked = new HashMap<>();
    if (!Files.exists(sums)) {
      return checked;
    }
    for (String line : Files.readAllLines(sums)) {
      int gap = line.indexOf("  ");
      if (gap < 0) {
        throw new IOException("%s: `%s` is no checksum and name".formatted(sums, line));
      }
      String name = line.substring(gap + 2);
      String sum = line.substring(0, gap);
      Path file = directory.resolve(name);
      if (!of(file).equals(sum)) {
        throw new IOException("%s is not what %s says".formatted(file, sums));
      }
      checked.put(name, sum);
    }
    return checked;
  }
}
