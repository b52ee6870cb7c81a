package io.sheaf.text.model;

import java.io.IOException;

/// BERT's forward pass with 64-bit numbers, written as the paper has it.
record PlainBert(TinyBert tiny) {
  private double[] tensor(String name) throws IOException {
    float[] values = tiny.tensor(name);
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /// Of each piece at the masked place.
  double[] probabilities(long[] numbers, int mask) throws IOException {
    int hidden = TinyBert.HIDDEN;
    double[] words = tensor("module/bert/embeddings/word_embeddings");
    double[] places = tensor("module/bert/embeddings/position_embeddings");
    double[] types = tensor("module/bert/embeddings/token_type_embeddings");
    double[][] x = new double[numbers.length][hidden];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < hidden; j++) {
        x[i][j] = words[(int) numbers[i] * hidden + j] + places[i * hidden + j] + types[j];
      }
      x[i] = normal(x[i], "module/bert/embeddings/");
    }
    for (int layer = 0; layer < 2; layer++) {
      x = layer(x, "module/bert/encoder/layer_%d/".formatted(layer));
    }
    int place = 0;
    while (numbers[place] != mask) {
      place++;
    }
    String head = "module/cls/predictions/";
    double[] last = normal(gelu(dense(x[place], head + "transform/dense/")), head + "transform/");
    double[] bias = tensor(head + "output_bias");
    double sum = 0;
    for (int piece = 0; piece < bias.length; piece++) {
      for (int j = 0; j < hidden; j++) {
        bias[piece] += last[j] * words[piece * hidden + j];
      }
      sum += Math.exp(bias[piece]);
    }
    for (int piece = 0; piece < bias.length; piece++) {
      bias[piece] = Math.exp(bias[piece]) / sum;
    }
    return bias;
  }

  private double[][] layer(double[][] x, String name) throws IOException {
    double[][] made = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double[] query = dense(x[i], name + "attention/self/query/");
      double[] weights = new double[x.length];
      double sum = 0;
      for (int k = 0; k < x.length; k++) {
        double[] key = dense(x[k], name + "attention/self/key/");
        double score = 0;
        for (int j = 0; j < key.length; j++) {
          score += query[j] * key[j];
        }
        weights[k] = Math.exp(score / Math.sqrt(key.length));
        sum += weights[k];
      }
      double[] seen = new double[x[i].length];
      for (int k = 0; k < x.length; k++) {
        double[] value = dense(x[k], name + "attention/self/value/");
        for (int j = 0; j < seen.length; j++) {
          seen[j] += weights[k] / sum * value[j];
        }
      }
      double[] attended =
          normal(
              plus(dense(seen, name + "attention/output/dense/"), x[i]),
              name + "attention/output/");
      double[] inner = gelu(dense(attended, name + "intermediate/dense/"));
      made[i] = normal(plus(dense(inner, name + "output/dense/"), attended), name + "output/");
    }
    return made;
  }

  private static double[] plus(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private double[] dense(double[] x, String name) throws IOException {
    double[] matrix = tensor(name + "kernel");
    double[] sum = tensor(name + "bias");
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[j] += x[i] * matrix[i * sum.length + j];
      }
    }
    return sum;
  }

  private double[] normal(double[] x, String name) throws IOException {
    double mean = 0;
    for (double one : x) {
      mean += one / x.length;
    }
    double variance = 0;
    for (double one : x) {
      variance += (one - mean) * (one - mean) / x.length;
    }
    double[] gamma = tensor(name + "LayerNorm/gamma");
    double[] beta = tensor(name + "LayerNorm/beta");
    double[] made = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      made[i] = (x[i] - mean) / Math.sqrt(variance + 1e-12) * gamma[i] + beta[i];
    }
    return made;
  }

  private static double[] gelu(double[] x) {
    double[] made = x.clone();
    for (int i = 0; i < made.length; i++) {
      made[i] = x[i] * (1 + erf(x[i] / Math.sqrt(2))) / 2;
    }
    return made;
  }

  /// By its series; exact to 1e-12 for |x| < 5, and 1 beyond.
  private static double erf(double x) {
    if (Math.abs(x) > 5) {
      return Math.signum(x);
    }
    double sum = 0;
    double term = x;
    for (int n = 0; n < 200; n++) {
      sum += term / (2 * n + 1);
      term *= -x * x / (n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }
}
