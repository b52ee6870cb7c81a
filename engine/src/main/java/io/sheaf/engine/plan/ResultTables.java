package io.sheaf.engine.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;

/// What may be read of the results of a run, row by row. Confined to one thread.
public interface ResultTables {
  /// Hands over the rows of a table in their order, none if the run has no such table.
  void each(String table, Consumer<Row> action) throws IOException;

  /// Hands over the id of every unit that is done, and how many seconds its last attempt took.
  void seconds(ObjDoubleConsumer<String> action) throws IOException;

  /// The directory of the files that units made.
  Path out();
}
