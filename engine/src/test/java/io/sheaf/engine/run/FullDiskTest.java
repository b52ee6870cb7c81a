package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What cannot be written is an error of input and output, whatever library writes it.
class FullDiskTest {
  private static final int ROWS = 10_000;

  private static final class Full extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void isToldOfATable() {
    Table table =
        new Table(
            "t",
            List.of(new Table.Column("a", Table.Type.TEXT, false)),
            List.of(),
            Table.Presence.ALWAYS);
    List<Row> rows = Collections.nCopies(ROWS, new Row("t", List.of("cell")));
    assertThatThrownBy(() -> CsvTables.content(table, rows).writeTo(new Full()))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void isToldOfAManifest() {
    Manifest.UnitLine unit = new Manifest.UnitLine("id", "key", "done", "digest");
    assertThatThrownBy(
            () ->
                Manifest.write(
                    new Manifest.Subject("sample 1", "plan", Shard.WHOLE),
                    Collections.nCopies(ROWS, unit),
                    Map.of(),
                    new Full()))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }
}
