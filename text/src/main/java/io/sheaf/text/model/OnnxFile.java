package io.sheaf.text.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// Writes an ONNX file, one node and one tensor after the other: each in a graph of its own, as a
/// reader of protocol buffers joins the pieces of a message. So no more than one tensor is in
/// memory. Confined to one thread.
///
/// @see <a href="https://onnx.ai/onnx/repo-docs/IR.html">ONNX intermediate representation</a>
final class OnnxFile {
  /// What the elements of a tensor are.
  enum Type {
    FLOAT(1),
    INT8(3),
    INT64(7);

    private final int code;

    Type(int code) {
      this.code = code;
    }
  }

  private static final int FORMAT = 8;
  private static final int OPERATORS = 18;

  private final OutputStream out;
  private int names;

  OnnxFile(OutputStream out) throws IOException {
    this.out = out;
    Message model = new Message();
    model.number(1, FORMAT);
    model.text(2, "sheaf");
    model.message(8, new Message().number(2, OPERATORS));
    out.write(model.bytes());
  }

  private void graph(int field, Message part) throws IOException {
    out.write(new Message().message(7, new Message().message(field, part)).bytes());
  }

  /// An input or output; sizes that are not known are names.
  void value(boolean input, String name, Type type, List<String> shape) throws IOException {
    Message dimensions = new Message();
    for (String size : shape) {
      Message dimension = new Message();
      if (Character.isDigit(size.charAt(0))) {
        dimension.number(1, Long.parseLong(size));
      } else {
        dimension.text(2, size);
      }
      dimensions.message(1, dimension);
    }
    Message tensor = new Message().number(1, type.code).message(2, dimensions);
    graph(
        input ? 11 : 12, new Message().text(1, name).message(2, new Message().message(1, tensor)));
  }

  /// A constant.
  String floats(float[] values, long... shape) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(Type.FLOAT, bytes.array(), shape);
  }

  /// A constant.
  String longs(long... values) throws IOException {
    return longs(values, values.length);
  }

  private String longs(long[] values, long... shape) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return tensor(Type.INT64, bytes.array(), shape);
  }

  /// A constant without dimensions.
  String scalar(long value) throws IOException {
    return longs(new long[] {value}, new long[0]);
  }

  /// A constant.
  String bytes(byte[] values, long... shape) throws IOException {
    return tensor(Type.INT8, values, shape);
  }

  private String tensor(Type type, byte[] raw, long... shape) throws IOException {
    String name = "t" + names++;
    Message tensor = new Message();
    for (long size : shape) {
      tensor.number(1, size);
    }
    graph(5, tensor.number(2, type.code).text(8, name).bytes(9, raw));
    return name;
  }

  /// A node with one output.
  String node(String operator, List<String> inputs, Attribute... attributes) throws IOException {
    return nodes(operator, inputs, 1, attributes).getFirst();
  }

  /// A node with the output of that name.
  void output(String operator, List<String> inputs, String output) throws IOException {
    write(operator, inputs, List.of(output));
  }

  /// A node.
  List<String> nodes(String operator, List<String> inputs, int outputs, Attribute... attributes)
      throws IOException {
    int first = names;
    names += outputs;
    List<String> made = IntStream.range(first, names).mapToObj(i -> "t" + i).toList();
    write(operator, inputs, made, attributes);
    return made;
  }

  private void write(
      String operator, List<String> inputs, List<String> outputs, Attribute... attributes)
      throws IOException {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message);
    }
    graph(1, node);
  }

  /// What sets a node apart from others of its kind.
  static final class Attribute {
    private final Message message;

    private Attribute(Message message) {
      this.message = message;
    }

    static Attribute of(String name, long value) {
      return new Attribute(new Message().text(1, name).number(3, value).number(20, 2));
    }

    static Attribute of(String name, float value) {
      return new Attribute(new Message().text(1, name).real(2, value).number(20, 1));
    }

    static Attribute of(String name, long... values) {
      Message message = new Message().text(1, name);
      for (long value : values) {
        message.number(8, value);
      }
      return new Attribute(message.number(20, 7));
    }
  }

  /// The wire format of protocol buffers.
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void varint(long value) {
      long left = value;
      while ((left & ~0x7FL) != 0) {
        out.write((int) ((left & 0x7F) | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
    }

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message real(int field, float value) {
      varint(((long) field << 3) | 5);
      int bits = Float.floatToIntBits(value);
      for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        out.write(bits >>> shift);
      }
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    Message bytes(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
