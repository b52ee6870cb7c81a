package io.sheaf.text.model;

import java.io.IOException;

/// The weights of a model, by name.
interface Tensors {
  /// All numbers of a tensor, the last dimension the fastest.
  ///
  /// @throws IOException if there is none of that name, or it cannot be read
  float[] tensor(String name) throws IOException;

  boolean has(String name);
}
