package io.sheaf.text.model;

import io.sheaf.text.model.OnnxFile.Attribute;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Turns the weights of a BERT model into an ONNX file that gives, for each masked place of texts,
/// how likely each piece is to stand there.
///
/// Matrices are kept in eight bits with a scale for each column, and multiplied by inputs in eight
/// bits: twice and a half as fast as 32 bits. The matrices use seven of theirs, so that sums of
/// products overflow on no processor.
///
/// @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2019</a>
final class BertGraph {
  /// The sizes that the weights do not tell.
  ///
  /// @param mask number of the piece that stands for a masked place
  record Shape(int hidden, int heads, int pieces, int mask) {}

  private static final String ROOT = "module/bert/";
  private static final String HEAD = "module/cls/predictions/";
  private static final float SMALL = 1e-12f;
  private static final int GREATEST = 64;

  private final Tensors tensors;
  private final Shape shape;
  private final OnnxFile file;

  private BertGraph(Tensors tensors, Shape shape, OnnxFile file) {
    this.tensors = tensors;
    this.shape = shape;
    this.file = file;
  }

  static void write(Tensors tensors, Shape shape, OutputStream out) throws IOException {
    new BertGraph(tensors, shape, new OnnxFile(out)).write();
  }

  private void write() throws IOException {
    file.value(true, "input_ids", OnnxFile.Type.INT64, List.of("texts", "length"));
    String layer = embeddings();
    for (int i = 0; hasLayer(i); i++) {
      String attention = attention(layer, layerName(i));
      if (!hasLayer(i + 1)) {
        // Nobody asks what else comes of the others.
        String places = maskedPlaces();
        attention = file.node("GatherND", List.of(attention, places));
        layer = file.node("GatherND", List.of(layer, places));
      }
      layer = layer(layer, attention, layerName(i));
    }
    head(layer);
    file.value(
        false, "logits", OnnxFile.Type.FLOAT, List.of("masks", String.valueOf(shape.pieces)));
  }

  private static String layerName(int layer) {
    return ROOT + "encoder/layer_%d/".formatted(layer);
  }

  private boolean hasLayer(int layer) {
    return tensors.has(layerName(layer) + "output/dense/kernel");
  }

  private String maskedPlaces() throws IOException {
    String isMask = file.node("Equal", List.of("input_ids", file.scalar(shape.mask)));
    return file.node(
        "Transpose", List.of(file.node("NonZero", List.of(isMask))), Attribute.of("perm", 1, 0));
  }

  private String embeddings() throws IOException {
    float[] words = tensors.tensor(ROOT + "embeddings/word_embeddings");
    String word =
        file.node("Gather", List.of(file.floats(words, shape.pieces, shape.hidden), "input_ids"));
    float[] places = tensors.tensor(ROOT + "embeddings/position_embeddings");
    float[] types = tensors.tensor(ROOT + "embeddings/token_type_embeddings");
    for (int i = 0; i < places.length; i++) {
      places[i] += types[i % shape.hidden];
    }
    String length = file.node("Shape", List.of("input_ids"), Attribute.of("start", 1L));
    String place =
        file.node(
            "Slice",
            List.of(
                file.floats(places, places.length / shape.hidden, shape.hidden),
                file.longs(0),
                length,
                file.longs(0)));
    return normal(file.node("Add", List.of(word, place)), ROOT + "embeddings/");
  }

  private String attention(String input, String name) throws IOException {
    String self = name + "attention/self/";
    String queries = heads(dense(input, self + "query/"), 0, 2, 1, 3);
    String keys = heads(dense(input, self + "key/"), 0, 2, 3, 1);
    String values = heads(dense(input, self + "value/"), 0, 2, 1, 3);
    float scale = (float) (1 / Math.sqrt((double) shape.hidden / shape.heads));
    String scores =
        file.node(
            "Mul",
            List.of(
                file.node("MatMul", List.of(queries, keys)), file.floats(new float[] {scale}, 1)));
    String weights = file.node("Softmax", List.of(scores), Attribute.of("axis", -1L));
    String seen =
        file.node(
            "Transpose",
            List.of(file.node("MatMul", List.of(weights, values))),
            Attribute.of("perm", 0, 2, 1, 3));
    return file.node("Reshape", List.of(seen, file.longs(0, 0, shape.hidden)));
  }

  private String layer(String input, String attention, String name) throws IOException {
    String attended = added(input, attention, name + "attention/output/");
    String inner = gelu(dense(attended, name + "intermediate/dense/"));
    return added(attended, inner, name + "output/");
  }

  private String heads(String input, long... order) throws IOException {
    String split =
        file.node(
            "Reshape", List.of(input, file.longs(0, 0, shape.heads, shape.hidden / shape.heads)));
    return file.node("Transpose", List.of(split), Attribute.of("perm", order));
  }

  private String added(String input, String change, String name) throws IOException {
    return normal(file.node("Add", List.of(dense(change, name + "dense/"), input)), name);
  }

  /// Of each row, with mean 0 and variance 1. Written out, as the operation for it does one number
  /// after the other and took a fifth of all time.
  private String normal(String input, String name) throws IOException {
    float[] gamma = tensors.tensor(name + "LayerNorm/gamma");
    for (int i = 0; i < gamma.length; i++) {
      gamma[i] *= (float) Math.sqrt(shape.hidden);
    }
    String last = file.longs(-1);
    String centred =
        file.node("Sub", List.of(input, file.node("ReduceMean", List.of(input, last))));
    String squares = file.node("ReduceSumSquare", List.of(centred, last));
    String small = file.floats(new float[] {SMALL * shape.hidden}, 1);
    String root = file.node("Sqrt", List.of(file.node("Add", List.of(squares, small))));
    String scaled =
        file.node(
            "Mul",
            List.of(file.node("Div", List.of(centred, root)), file.floats(gamma, shape.hidden)));
    float[] beta = tensors.tensor(name + "LayerNorm/beta");
    return file.node("Add", List.of(scaled, file.floats(beta, shape.hidden)));
  }

  /// x (1 + erf(x / √2)) / 2, in the order in which ONNX Runtime knows it for one operation.
  private String gelu(String input) throws IOException {
    String root = file.floats(new float[] {(float) Math.sqrt(2)}, 1);
    String erf = file.node("Erf", List.of(file.node("Div", List.of(input, root))));
    String sum = file.node("Add", List.of(erf, file.floats(new float[] {1}, 1)));
    String product = file.node("Mul", List.of(input, sum));
    return file.node("Mul", List.of(product, file.floats(new float[] {0.5f}, 1)));
  }

  private String dense(String input, String name) throws IOException {
    float[] bias = tensors.tensor(name + "bias");
    String product = product(input, tensors.tensor(name + "kernel"), bias.length);
    return file.node("Add", List.of(product, file.floats(bias, bias.length)));
  }

  /// Times a matrix, each row of which has so many columns.
  private String product(String input, float[] matrix, int columns) throws IOException {
    int rows = matrix.length / columns;
    float[] scales = new float[columns];
    for (int i = 0; i < matrix.length; i++) {
      int column = i % columns;
      scales[column] = Math.max(scales[column], Math.abs(matrix[i]) / GREATEST);
    }
    byte[] small = new byte[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      float scale = scales[i % columns];
      small[i] = (byte) (scale == 0 ? 0 : Math.round(matrix[i] / scale));
    }
    List<String> whole = file.nodes("DynamicQuantizeLinear", List.of(input), 3);
    String sum =
        file.node(
            "MatMulInteger",
            List.of(
                whole.get(0),
                file.bytes(small, rows, columns),
                whole.get(2),
                file.bytes(new byte[columns], columns)));
    String real = file.node("Cast", List.of(sum), Attribute.of("to", 1L));
    String scale = file.node("Mul", List.of(whole.get(1), file.floats(scales, columns)));
    return file.node("Mul", List.of(real, scale));
  }

  private void head(String masked) throws IOException {
    String inner = gelu(dense(masked, HEAD + "transform/dense/"));
    String last = normal(inner, HEAD + "transform/");
    float[] words = tensors.tensor(ROOT + "embeddings/word_embeddings");
    String product = product(last, transposed(words), shape.pieces);
    file.output(
        "Add",
        List.of(product, file.floats(tensors.tensor(HEAD + "output_bias"), shape.pieces)),
        "logits");
  }

  private float[] transposed(float[] words) {
    float[] turned = new float[words.length];
    for (int piece = 0; piece < shape.pieces; piece++) {
      for (int i = 0; i < shape.hidden; i++) {
        turned[i * shape.pieces + piece] = words[piece * shape.hidden + i];
      }
    }
    return turned;
  }
}
