package io.sheaf.workloads.command;

import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A stream of a command, redirected into a file of the unit's own. Confined to the unit's thread.
///
/// A file and not a pipe: nobody has to read it while the command runs, and a process that the
/// command leaves behind cannot keep anybody waiting.
final class Capture {
  private static final int TAIL_BYTES = 2000;
  private static final int TAIL_LINES = 10;
  private static final int DETAIL_BYTES = 65_536;

  private final Path scratch;
  private final String name;
  private final Path file;

  /// Makes an empty file.
  ///
  /// @param name of the stream
  Capture(Path scratch, String name) {
    this.scratch = scratch;
    this.name = name;
    this.file = scratch.resolve("." + name);
  }

  Path file() {
    return file;
  }

  /// What is to be kept: as text up to a size, else as an artefact.
  Captured kept(String unit, long most) throws IOException {
    long bytes = Files.size(file);
    if (bytes == 0) {
      return new Captured("", 0L, null);
    }
    if (bytes <= most) {
      byte[] content = Files.readAllBytes(file);
      try {
        CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        return new Captured(Progress.removed(text.toString()), bytes, null);
      } catch (CharacterCodingException _) {
        // Not text: it stays a file.
      }
    }
    Files.createDirectories(scratch.resolve(name));
    String kept = name + "/" + fileName(unit);
    Files.move(file, scratch.resolve(kept));
    return new Captured(null, bytes, Artefact.of(scratch, kept));
  }

  /// As close to the unit's name as a file name can be.
  private static String fileName(String unit) {
    String plain = unit.replaceAll("[^A-Za-z0-9._+=-]", "_").replaceFirst("^\\.", "_");
    if (plain.length() > 100 || !plain.equals(unit)) {
      plain =
          plain.substring(0, Math.min(100, plain.length()))
              + "-"
              + Digest.of(List.of(unit)).substring(0, 8);
    }
    return plain + ".txt";
  }

  /// The last lines, for people.
  String tail() throws IOException {
    List<String> lines = end(TAIL_BYTES).lines().toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - TAIL_LINES))
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /// All of it that a log should hold.
  String detail() throws IOException {
    long left = Files.size(file) - DETAIL_BYTES;
    String cut = left > 0 ? "... " + left + " bytes before\n" : "";
    return name + ":\n" + cut + end(DETAIL_BYTES);
  }

  private String end(int most) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, size));
      channel.position(size - buffer.capacity());
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        Thread.onSpinWait();
      }
      return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
    }
  }
}
