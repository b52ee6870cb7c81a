package io.sheaf.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;

/// Random draws that are the same everywhere and for ever: SplitMix64, and bounds by
/// multiplication.
///
/// Written out because the library's generators promise no stable bounded draws. Confined to one
/// thread.
///
/// @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood 2014</a>
public final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  public Draws(long seed) {
    this.state = seed;
  }

  /// The seed that a text stands for: the first eight bytes of its SHA-1, the highest first.
  public static long seed(String text) {
    byte[] digest = sha1(text);
    long seed = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      seed = (seed << Byte.SIZE) | (digest[i] & 0xFF);
    }
    return seed;
  }

  /// Draws for one of the purposes under a seed.
  public static Draws of(long seed, int purpose, int number) {
    return new Draws(mix(mix(seed + GOLDEN * purpose) + GOLDEN * number));
  }

  static byte[] sha1(String text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /// 64 random bits.
  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long bits) {
    long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }

  /// A number in [0, bound), even up to a bias below 2^-32.
  ///
  /// @throws IllegalArgumentException if `bound` is not positive
  public int below(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound = " + bound + ", expected at least 1");
    }
    return (int) Math.multiplyHigh(next() >>> 1, (long) bound << 1);
  }

  /// A number in [0, 1).
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /// One of them.
  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /// Puts a list into random order.
  public void shuffle(List<?> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, below(i + 1));
    }
  }
}
