package io.sheaf.info.series;

/// The discrete Fourier transform of any length: radix 2, and Bluestein's chirp for lengths that
/// are no power of 2. O(n log n). Immutable, thread-safe. StrictMath, so that a seed gives the same
/// surrogates on every machine.
///
/// @see <a href="https://doi.org/10.1109/TAU.1970.1162132">Bluestein 1970</a>
final class FourierTransform {
  private final int size;
  private final int padded;
  private final double[] cosines;
  private final double[] sines;
  private final double[] chirpReal;
  private final double[] chirpImaginary;
  private final double[] filterReal;
  private final double[] filterImaginary;

  FourierTransform(int size) {
    this.size = size;
    boolean power = Integer.bitCount(size) == 1;
    padded = power ? size : Integer.highestOneBit(2 * size - 1) * 2;
    cosines = new double[Math.max(1, padded / 2)];
    sines = new double[cosines.length];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = StrictMath.cos(2 * Math.PI * i / padded);
      sines[i] = StrictMath.sin(2 * Math.PI * i / padded);
    }
    int chirps = power ? 0 : size;
    chirpReal = new double[chirps];
    chirpImaginary = new double[chirps];
    filterReal = new double[power ? 0 : padded];
    filterImaginary = new double[power ? 0 : padded];
    for (int i = 0; i < chirps; i++) {
      double angle = Math.PI * ((long) i * i % (2L * size)) / size;
      chirpReal[i] = StrictMath.cos(angle);
      chirpImaginary[i] = StrictMath.sin(angle);
      int mirror = (padded - i) % padded;
      filterReal[i] = chirpReal[i];
      filterImaginary[i] = chirpImaginary[i];
      filterReal[mirror] = chirpReal[i];
      filterImaginary[mirror] = chirpImaginary[i];
    }
    if (!power) {
      radix2(filterReal, filterImaginary);
    }
  }

  /// Transforms in place, `sum x[t] exp(-2 pi i f t/n)`.
  void forward(double[] real, double[] imaginary) {
    if (chirpReal.length == 0) {
      radix2(real, imaginary);
      return;
    }
    double[] a = new double[padded];
    double[] b = new double[padded];
    for (int i = 0; i < size; i++) {
      a[i] = real[i] * chirpReal[i] + imaginary[i] * chirpImaginary[i];
      b[i] = imaginary[i] * chirpReal[i] - real[i] * chirpImaginary[i];
    }
    radix2(a, b);
    for (int i = 0; i < padded; i++) {
      double product = a[i] * filterReal[i] - b[i] * filterImaginary[i];
      // Conjugated: the inverse transform is the forward one between two conjugations.
      b[i] = -(a[i] * filterImaginary[i] + b[i] * filterReal[i]);
      a[i] = product;
    }
    radix2(a, b);
    for (int i = 0; i < size; i++) {
      double re = a[i] / padded;
      double im = -b[i] / padded;
      real[i] = re * chirpReal[i] + im * chirpImaginary[i];
      imaginary[i] = im * chirpReal[i] - re * chirpImaginary[i];
    }
  }

  /// Transforms back in place, divided by n.
  void backward(double[] real, double[] imaginary) {
    forward(imaginary, real);
    for (int i = 0; i < size; i++) {
      real[i] /= size;
      imaginary[i] /= size;
    }
  }

  private void radix2(double[] real, double[] imaginary) {
    int n = padded;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
    for (int half = 1; half < n; half *= 2) {
      int step = n / (2 * half);
      for (int block = 0; block < n; block += 2 * half) {
        for (int k = 0; k < half; k++) {
          int low = block + k;
          int high = low + half;
          double c = cosines[k * step];
          double s = sines[k * step];
          double re = real[high] * c + imaginary[high] * s;
          double im = imaginary[high] * c - real[high] * s;
          real[high] = real[low] - re;
          imaginary[high] = imaginary[low] - im;
          real[low] += re;
          imaginary[low] += im;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
