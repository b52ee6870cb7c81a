package io.sheaf.workloads.cohort.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds the user files of a data root, plain and compressed.
public final class UserFiles {
  /// What follows the user id in the name of a plain file.
  public static final String SUFFIX = ".features_labels.csv";

  /// What follows the user id in the name of a compressed file.
  public static final String GZIP_SUFFIX = SUFFIX + ".gz";

  private static final String WANTED = "*" + SUFFIX + " or *" + GZIP_SUFFIX;

  private UserFiles() {}

  /// The user files directly below a directory, in lexicographic order of their ids.
  ///
  /// Names that begin with a dot are no user files, as in a shell.
  ///
  /// @param dataRoot the directory
  /// @return at least one file, all ids different
  /// @throws InputException if this is no directory, holds no user file, or both forms of one user
  public static List<UserFile> discover(Path dataRoot) throws InputException {
    if (!Files.isDirectory(dataRoot)) {
      String fault = Files.exists(dataRoot) ? "not a directory" : "no such directory";
      throw new InputException(dataRoot, fault + ", expected one that holds " + WANTED);
    }
    List<UserFile> users = list(dataRoot);
    if (users.isEmpty()) {
      throw new InputException(dataRoot, "no user files, looked for " + WANTED);
    }
    for (UserFile user : users) {
      if (user.id().chars().anyMatch(Character::isISOControl)) {
        throw new InputException(
            dataRoot,
            "user %s has a control character in its file name; rename it"
                .formatted(InputException.shown(user.id())));
      }
    }
    for (int i = 1; i < users.size(); i++) {
      refuseTwins(dataRoot, users.get(i - 1), users.get(i));
    }
    return users;
  }

  private static void refuseTwins(Path dataRoot, UserFile one, UserFile other)
      throws InputException {
    if (one.id().equals(other.id())) {
      throw new InputException(
          dataRoot,
          "user %s has two files, %s and %s; remove one"
              .formatted(
                  InputException.shown(one.id()),
                  one.path().getFileName(),
                  other.path().getFileName()));
    }
  }

  private static List<UserFile> list(Path dataRoot) throws InputException {
    List<UserFile> users = new ArrayList<>();
    try (Stream<Path> entries = Files.list(dataRoot)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        String name = String.valueOf(entry.getFileName());
        if (!name.startsWith(".") && (name.endsWith(SUFFIX) || name.endsWith(GZIP_SUFFIX))) {
          users.add(new UserFile(name.substring(0, name.lastIndexOf(SUFFIX)), entry));
        }
      }
    } catch (IOException e) {
      throw new InputException(dataRoot, "cannot be listed: " + e.getMessage(), e);
    }
    users.sort(Comparator.comparing(UserFile::id).thenComparing(UserFile::path));
    return List.copyOf(users);
  }
}
