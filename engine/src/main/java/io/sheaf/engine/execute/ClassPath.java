package io.sheaf.engine.execute;

import java.util.List;

/// How another Java finds the classes that this one has.
public final class ClassPath {
  private ClassPath() {}

  /// Its options: the file in which the launcher wrote the class path, as ONNX Runtime cannot run
  /// under a long command line; where there is none, the class path itself.
  public static List<String> options() {
    String file = System.getProperty("sheaf.classes");
    return file == null ? List.of("-cp", System.getProperty("java.class.path")) : List.of(file);
  }
}
