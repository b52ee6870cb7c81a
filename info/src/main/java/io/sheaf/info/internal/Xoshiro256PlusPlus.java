package io.sheaf.info.internal;

/// The generator xoshiro256++ of Blackman and Vigna, seeded by splitmix64. Confined to one thread.
///
/// Own code, so that a seed gives the same surrogates on every Java version, and so that the inner
/// loop can keep the state in registers.
///
/// @see <a href="https://doi.org/10.1145/3460772">Blackman, Vigna 2021</a>
/// @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood 2014 (splitmix64)</a>
public final class Xoshiro256PlusPlus {
  /// 2^64 divided by the golden ratio, the step of splitmix64.
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private static final long LOWER_HALF = 0xFFFF_FFFFL;

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /// A generator whose state comes from a seed.
  ///
  /// @param seed any number
  public Xoshiro256PlusPlus(long seed) {
    long state = seed;
    s0 = splitMix64(state += GOLDEN);
    s1 = splitMix64(state += GOLDEN);
    s2 = splitMix64(state += GOLDEN);
    s3 = splitMix64(state += GOLDEN);
  }

  /// A generator in a given state, which must not be all 0.
  Xoshiro256PlusPlus(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /// A generator of one of many independent streams, so that the i-th surrogate is the same whoever
  /// draws it and in whatever order.
  ///
  /// @param seed of all streams
  /// @param stream number of the stream
  /// @return the generator
  public static Xoshiro256PlusPlus stream(long seed, long stream) {
    return new Xoshiro256PlusPlus(splitMix64(seed + GOLDEN) ^ splitMix64(GOLDEN * (stream + 1)));
  }

  /// The number that splitmix64 gives for a state.
  static long splitMix64(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  /// The next 64 bits.
  ///
  /// @return any long
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /// A uniform number in [0, 1), in steps of 2^-53.
  ///
  /// @return the number
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /// A normal number of mean 0 and variance 1, by the polar method; the same on every machine.
  ///
  /// @return the number
  /// @see <a href="https://doi.org/10.1137/1006063">Marsaglia, Bray 1964</a>
  public double nextGaussian() {
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /// A uniform number in [0, bound), by Lemire's multiplication.
  ///
  /// @param bound at least 1
  /// @return the number
  /// @see <a href="https://doi.org/10.1145/3230636">Lemire 2019, algorithm 5</a>
  public int below(int bound) {
    return accepted((nextLong() >>> 32) * bound, bound);
  }

  /// The number in the upper half of a product of 32 random bits and the bound, drawn again as long
  /// as the lower half shows that it is one of those that would come up too often.
  private int accepted(long product, int bound) {
    long p = product;
    if ((p & LOWER_HALF) < bound) {
      long threshold = (1L << 32) % bound;
      while ((p & LOWER_HALF) < threshold) {
        p = (nextLong() >>> 32) * bound;
      }
    }
    return (int) (p >>> 32);
  }

  /// Fisher-Yates from the top: places [from + rest, to) of the urn get a uniform draw without
  /// replacement from [from, to), and [from, from + rest) keeps what is left, in no particular
  /// order. One word serves two draws.
  ///
  /// @param urn what is drawn from; changed in place
  /// @param from first place
  /// @param to place after the last
  /// @param rest places at the start that need no draw
  public void draw(int[] urn, int from, int to, int rest) {
    int last = from + Math.max(rest, 1);
    int i = to - 1;
    for (; i > last; i -= 2) {
      int bound = i - from + 1;
      long word = nextLong();
      int first = from + accepted((word >>> 32) * bound, bound);
      int second = from + accepted((word & LOWER_HALF) * (bound - 1), bound - 1);
      swap(urn, first, i);
      swap(urn, second, i - 1);
    }
    if (i == last) {
      swap(urn, from + below(i - from + 1), i);
    }
  }

  private static void swap(int[] urn, int i, int j) {
    int drawn = urn[i];
    urn[i] = urn[j];
    urn[j] = drawn;
  }
}
