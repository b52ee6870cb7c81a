package io.sheaf.text.method;

import java.util.List;

/// Methods of another jar. A jar on the class path adds its own by a class of this kind, named in
/// its `META-INF/services/io.sheaf.text.method.MethodProvider`.
public interface MethodProvider {
  /// Their identifiers must not be taken.
  List<Method> methods();
}
