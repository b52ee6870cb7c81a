package io.sheaf.engine.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Seeds that depend on what is computed, never on who computes it or when.
public final class Seeds {
  private Seeds() {}

  /// The first 64 bits of SHA-256 over run seed, unit and purpose.
  ///
  /// @param purpose what the random numbers are for, as in `te/tau=1/A2S`
  public static long of(long runSeed, String unitId, String purpose) {
    MessageDigest digest = Digest.sha256();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(runSeed).array());
    digest.update((unitId + '\n' + purpose).getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
