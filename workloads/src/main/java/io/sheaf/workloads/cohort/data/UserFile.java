package io.sheaf.workloads.cohort.data;

import java.nio.file.Path;

/// The file of one user.
///
/// @param id the file name without its suffix, not empty
/// @param path where the file is
public record UserFile(String id, Path path) {
  /// Checks the id.
  public UserFile {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("id is empty, expected the name of a user");
    }
  }
}
