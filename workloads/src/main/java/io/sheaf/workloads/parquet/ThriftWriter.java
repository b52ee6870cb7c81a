package io.sheaf.workloads.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// Writes one structure in Thrift's compact protocol, fields in rising order of their numbers.
/// Confined to one thread.
///
/// @see <a
///   href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">the
///   protocol</a>
final class ThriftWriter {
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCTURE = 12;
  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int last;

  static byte[] structure(Consumer<ThriftWriter> fields) {
    ThriftWriter writer = new ThriftWriter();
    fields.accept(writer);
    writer.out.write(0);
    return writer.out.toByteArray();
  }

  void number(int field, int value) {
    header(field, INT);
    varint(zigzag(value));
  }

  void number(int field, long value) {
    header(field, LONG);
    varint(zigzag(value));
  }

  void text(int field, String value) {
    header(field, BINARY);
    binary(value);
  }

  void structure(int field, byte[] structure) {
    header(field, STRUCTURE);
    out.writeBytes(structure);
  }

  void structures(int field, List<byte[]> structures) {
    list(field, STRUCTURE, structures.size());
    structures.forEach(out::writeBytes);
  }

  void numbers(int field, int value) {
    list(field, INT, 1);
    varint(zigzag(value));
  }

  void texts(int field, String value) {
    list(field, BINARY, 1);
    binary(value);
  }

  private void list(int field, int type, int size) {
    header(field, LIST);
    if (size < SHORT_LIST) {
      out.write((size << 4) | type);
    } else {
      out.write((SHORT_LIST << 4) | type);
      varint(size);
    }
  }

  private void header(int field, int type) {
    out.write(((field - last) << 4) | type);
    last = field;
  }

  private void binary(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
