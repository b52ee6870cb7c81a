package io.sheaf.text.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads the wire format of protocol buffers. Confined to one thread.
final class Protobuf {
  /// Is given fields that are numbers.
  @FunctionalInterface
  interface Fields {
    void field(int number, long value);
  }

  private final ByteBuffer bytes;

  Protobuf(ByteBuffer bytes) {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean hasMore() {
    return bytes.hasRemaining();
  }

  long varint() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  ByteBuffer bytes(int length) {
    ByteBuffer slice = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return slice;
  }

  /// The fields of a message that are numbers; others are passed over.
  void forEach(Fields fields) {
    while (hasMore()) {
      int tag = (int) varint();
      switch (tag & 7) {
        case 0 -> fields.field(tag >>> 3, varint());
        case 1 -> fields.field(tag >>> 3, bytes.getLong());
        case 2 -> bytes((int) varint());
        case 5 -> fields.field(tag >>> 3, bytes.getInt());
        default -> throw new IllegalArgumentException("field of unknown kind " + (tag & 7));
      }
    }
  }
}
