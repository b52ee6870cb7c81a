package io.sheaf.engine.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A file that a unit has made, to stand in `out/` once the unit is committed.
///
/// The unit writes it into its scratch directory under this name.
///
/// @param name its path below `out/`, with `/`; plain words, so that it is the same everywhere
/// @param sha256 of its bytes
/// @param bytes its length
public record Artefact(String name, String sha256, long bytes) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_+=-][A-Za-z0-9._+=-]*(/[A-Za-z0-9_+=-][A-Za-z0-9._+=-]*){0,5}");
  private static final int LONGEST = 400;

  public Artefact {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "artefact `%s`, expected a relative path of letters, digits and ._+=-".formatted(name));
    }
  }

  /// Describes a finished file of a unit's scratch directory.
  public static Artefact of(Path scratch, String name) throws IOException {
    Path file = scratch.resolve(name);
    return new Artefact(name, Digest.of(file), Files.size(file));
  }
}
