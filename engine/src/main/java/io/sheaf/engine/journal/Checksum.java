package io.sheaf.engine.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// CRC-32C over the fields of a journal row.
final class Checksum {
  private Checksum() {}

  static long of(@Nullable Object... fields) {
    CRC32C crc = new CRC32C();
    for (Object field : fields) {
      crc.update(String.valueOf(field).getBytes(StandardCharsets.UTF_8));
      crc.update(0);
    }
    return crc.getValue();
  }
}
