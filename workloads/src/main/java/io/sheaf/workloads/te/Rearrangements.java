package io.sheaf.workloads.te;

import io.sheaf.info.series.Null;
import java.util.Locale;
import java.util.Optional;

/// How many surrogates samples can give that differ.
record Rearrangements(Question.Comparison comparison, int samples) {
  private static final int FEWEST_BLOCKS = 10;

  /// What casts doubt on p, whatever the number of surrogates.
  Optional<String> warning() {
    if (comparison.surrogates() == 0) {
      return Optional.empty();
    }
    return switch (comparison.how()) {
      case Null.CircularShift(int least) -> shifts(least);
      case Null.Blocks(int length) -> blocks(length);
      case Null.Permutation(), Null.Iaaft() -> Optional.empty();
    };
  }

  private Optional<String> shifts(int least) {
    long room = samples - 2L * least + 1;
    long shifts = room > 0 ? room : samples - 1;
    if (room > 0 && shifts >= comparison.surrogates()) {
      return Optional.empty();
    }
    String what =
        room > 0
            ? String.format(
                Locale.ROOT, "%d samples have %d shifts by at least %d", samples, shifts, least)
            : String.format(
                Locale.ROOT,
                "%d samples have no room for shifts by at least %d, so that there are %d by at least 1",
                samples,
                least,
                shifts);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s: p is at least %.2g, however many surrogates are drawn",
            what,
            1.0 / (shifts + 1)));
  }

  private Optional<String> blocks(int length) {
    return samples >= (long) FEWEST_BLOCKS * length
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%d samples are %d blocks of %d, expected at least %d: p is coarse; consider a"
                    + " smaller --block, or --null shift",
                samples,
                Math.ceilDiv(samples, length),
                length,
                FEWEST_BLOCKS));
  }
}
