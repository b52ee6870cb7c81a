package io.sheaf.workloads.command;

import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.UnitFailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files a unit has to make. One that the command writes as `{output}` has another name beside
/// its place until the command has succeeded. Confined to the unit's thread.
final class OutputFiles {
  /// A file to be made.
  ///
  /// @param name as the user wrote it
  /// @param aside where the command writes it, its place if the command does not ask
  private record File(String name, Path place, Path aside) {
    boolean isMoved() {
      return !place.equals(aside);
    }
  }

  private final Path directory;
  private final int attempt;
  private final List<File> files = new ArrayList<>();
  private final Map<String, String> placeholders = new HashMap<>();

  /// Finds names.
  ///
  /// @param attempt so that one that was given up does not write into the file of the next
  OutputFiles(Template template, Placeholders values, Path directory, int attempt) {
    this.directory = directory;
    this.attempt = attempt;
    for (int i = 0; i < template.outputs().size(); i++) {
      String name = values.fill(template.outputs().get(i));
      String asideName = template.names(i) ? aside(name, attempt) : name;
      files.add(new File(name, directory.resolve(name), directory.resolve(asideName)));
      Template.outputNames(i).forEach(one -> placeholders.put(one, asideName));
    }
  }

  /// With the same ending, as programs go by that.
  private static String aside(String name, int attempt) {
    int slash = name.lastIndexOf('/') + 1;
    return name.substring(0, slash) + ".sheaf-" + attempt + "-" + name.substring(slash);
  }

  /// What `{output}`, `{output1}`, `{output2}` stand for.
  Map<String, String> placeholders() {
    return placeholders;
  }

  /// Makes directories, and removes what earlier attempts have left there.
  void prepare() throws IOException {
    for (File file : files) {
      Path parent = file.place.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      for (int earlier = 1; earlier <= attempt && file.isMoved(); earlier++) {
        Files.deleteIfExists(directory.resolve(aside(file.name, earlier)));
      }
    }
  }

  /// Removes what an attempt that did not succeed has written aside.
  void discard() throws IOException {
    for (File file : files) {
      if (file.isMoved()) {
        Files.deleteIfExists(file.aside);
      }
    }
  }

  /// Moves the files into place, once all are there.
  List<Row> finish(String unit) throws IOException {
    for (File file : files) {
      if (!Files.isRegularFile(file.aside)) {
        throw UnitFailedException.worthRetrying(
            "the command succeeded, but did not make the output " + file.name, "");
      }
    }
    List<Row> rows = new ArrayList<>();
    for (File file : files) {
      rows.add(
          new Row(
              JobTables.OUTPUTS.name(),
              List.of(unit, file.place.toString(), Files.size(file.aside), Digest.of(file.aside))));
      sync(file.aside, StandardOpenOption.WRITE);
      if (file.isMoved()) {
        Files.move(
            file.aside,
            file.place,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      sync(file.place.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ);
    }
    return rows;
  }

  /// Windows cannot open directories, and needs no sync of them.
  private static void sync(Path path, StandardOpenOption how) throws IOException {
    if (how == StandardOpenOption.READ && java.io.File.separatorChar != '/') {
      return;
    }
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
