package io.sheaf.info;

import io.sheaf.info.PlainInformation.Sample;
import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.List;

/// A surrogate with its sum and with the source state of each sample.
final class Arrangement {
  private final long sum;
  private final int[] sources;

  Arrangement(long sum, int[] sources) {
    this.sum = sum;
    this.sources = sources;
  }

  long sum() {
    return sum;
  }

  int[] sources() {
    return sources;
  }

  static Arrangement next(SurrogateSums sums, Samples samples, Xoshiro256PlusPlus generator) {
    return switch (sums) {
      case CellSums byCell -> next(byCell, generator);
      case SourceSums bySource ->
          new Arrangement(bySource.next(generator), sources(bySource, samples));
    };
  }

  private static Arrangement next(CellSums sums, Xoshiro256PlusPlus generator) {
    int[] places = sums.rearrangement().next(generator);
    int[] sources = Places.gather(places, Places.inverse(sums.layout().samples()));
    return new Arrangement(sums.counter().sum(places), sources);
  }

  /// Only the cell of each place is known; samples of a cell are alike and taken in order.
  private static int[] sources(SourceSums sums, Samples samples) {
    States cells = samples.past().and(samples.next());
    int[] byCell = Places.sorted(cells.ids(), cells.count());
    int[] next = new int[cells.count()];
    for (int place = byCell.length - 1; place >= 0; place--) {
      next[cells.ids()[byCell[place]]] = place;
    }
    int[] sources = new int[byCell.length];
    for (int place = 0; place < sources.length; place++) {
      int source = samples.source().ids()[sums.layout().samples()[place]];
      sources[byCell[next[sums.cells()[place]]++]] = source;
    }
    return sources;
  }

  /// The information of the samples with these sources, by the readable twin.
  double plainBits(Samples samples) {
    List<Sample> plain = new ArrayList<>();
    for (int i = 0; i < sources.length; i++) {
      plain.add(
          new Sample(
              i,
              List.of(samples.next().ids()[i]),
              List.of(sources[i]),
              List.of(samples.past().ids()[i])));
    }
    return PlainInformation.bits(plain);
  }
}
