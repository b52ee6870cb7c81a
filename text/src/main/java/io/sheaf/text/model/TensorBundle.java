package io.sheaf.text.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// The variables that a TensorFlow model was saved with: 32-bit floats by name.
///
/// Reads an index that is not compressed, and one file of data. Confined to one thread.
///
/// @see <a href="https://github.com/google/leveldb/blob/main/doc/table_format.md">Table format</a>
final class TensorBundle implements Tensors, AutoCloseable {
  private static final int FOOTER_BYTES = 48;
  private static final int FLOAT = 1;

  private record Entry(long offset, int size, int checksum) {}

  private final Path data;
  private final FileChannel channel;
  private final Map<String, Entry> entries = new HashMap<>();

  TensorBundle(Path index, Path data) throws IOException {
    this.data = data;
    this.channel = FileChannel.open(data, StandardOpenOption.READ);
    ByteBuffer table = ByteBuffer.wrap(Files.readAllBytes(index)).order(ByteOrder.LITTLE_ENDIAN);
    try {
      Protobuf footer = new Protobuf(table.slice(table.limit() - FOOTER_BYTES, FOOTER_BYTES));
      footer.varint();
      footer.varint();
      for (ByteBuffer handle : block(table, footer).values()) {
        block(table, new Protobuf(handle)).forEach(this::entry);
      }
    } catch (RuntimeException e) {
      channel.close();
      throw new IOException(index + ": expected the index of a TensorFlow model", e);
    }
  }

  private static Map<String, ByteBuffer> block(ByteBuffer table, Protobuf handle) {
    int start = (int) handle.varint();
    int size = (int) handle.varint();
    if (table.get(start + size) != 0) {
      throw new IllegalArgumentException("compressed block, expected a plain one");
    }
    CRC32C crc = new CRC32C();
    crc.update(table.slice(start, size + 1));
    if (masked(crc) != table.getInt(start + size + 1)) {
      throw new IllegalArgumentException("block at %d is damaged".formatted(start));
    }
    int restarts = table.getInt(start + size - Integer.BYTES);
    Protobuf block = new Protobuf(table.slice(start, size - Integer.BYTES * (restarts + 1)));
    Map<String, ByteBuffer> found = new HashMap<>();
    byte[] key = new byte[0];
    while (block.hasMore()) {
      int shared = (int) block.varint();
      int own = (int) block.varint();
      int length = (int) block.varint();
      byte[] next = Arrays.copyOf(key, shared + own);
      block.bytes(own).get(next, shared, own);
      key = next;
      found.put(new String(key, StandardCharsets.UTF_8), block.bytes(length));
    }
    return found;
  }

  /// As LevelDB stores checksums.
  private static int masked(CRC32C crc) {
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xA282EAD8;
  }

  private void entry(String name, ByteBuffer value) {
    long[] fields = new long[7];
    Protobuf message = new Protobuf(value);
    message.forEach((number, field) -> fields[number] = field);
    if (!name.isEmpty() && fields[1] == FLOAT) {
      entries.put(name, new Entry(fields[4], (int) fields[5], (int) fields[6]));
    }
  }

  @Override
  public float[] tensor(String name) throws IOException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IOException("%s: has no variable `%s`".formatted(data, name));
    }
    ByteBuffer bytes = ByteBuffer.allocate(entry.size).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, entry.offset + bytes.position()) < 0) {
        throw new IOException("%s: ends before variable `%s`".formatted(data, name));
      }
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes.flip());
    if (masked(crc) != entry.checksum) {
      throw new IOException("%s: variable `%s` is damaged".formatted(data, name));
    }
    float[] values = new float[entry.size / Float.BYTES];
    bytes.flip().asFloatBuffer().get(values);
    return values;
  }

  @Override
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
