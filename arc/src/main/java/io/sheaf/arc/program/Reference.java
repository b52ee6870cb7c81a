package io.sheaf.arc.program;

import io.sheaf.arc.dsl.Constant;
import io.sheaf.arc.dsl.Primitive;

/// What a name in a line stands for.
public sealed interface Reference {
  /// The input grid.
  record Input() implements Reference {}

  /// The value of an earlier line.
  ///
  /// @param line its position, from 0
  record Variable(int line) implements Reference {}

  /// A constant.
  ///
  /// @param constant which
  record Fixed(Constant constant) implements Reference {}

  /// A primitive: as a callee, or as a function among the arguments.
  ///
  /// @param primitive which
  record Named(Primitive primitive) implements Reference {}
}
