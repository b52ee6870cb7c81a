package io.sheaf.engine.run;

import java.io.IOException;
import java.io.OutputStream;

/// What goes into a file, the same bytes each time it is written.
@FunctionalInterface
public interface Content {
  void writeTo(OutputStream out) throws IOException;
}
