package io.sheaf.arc.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.RandomGrids;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.PairValue;
import io.sheaf.arc.value.Value;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws that primitives keep among themselves, on random grids.
class MetamorphicTest {
  private Random random = new Random(0);
  private Grid grid = Grid.of(new byte[1], 1);

  static IntStream rounds() {
    return IntStream.range(0, 40);
  }

  @BeforeEach
  void printSeed() {
    System.out.println("seed " + RandomGrids.seed());
  }

  private void draw(int round) {
    random = new Random(RandomGrids.seed() + round);
    grid = RandomGrids.grid(random, 9);
  }

  private static Value of(Primitive primitive, Value... arguments) {
    return primitive.call(new Meter(Budget.USUAL), arguments);
  }

  private static Value times(Primitive primitive, int times, Value value) {
    Value result = value;
    for (int i = 0; i < times; i++) {
      result = of(primitive, result);
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void turnsAndMirrorsComeBack(int round) {
    draw(round);
    assertThat(times(Primitive.ROT90, 4, grid)).isEqualTo(grid);
    assertThat(of(Primitive.ROT270, of(Primitive.ROT90, grid))).isEqualTo(grid);
    assertThat(times(Primitive.ROT90, 2, grid)).isEqualTo(of(Primitive.ROT180, grid));
    assertThat(of(Primitive.DMIRROR, of(Primitive.HMIRROR, grid)))
        .isEqualTo(of(Primitive.ROT90, grid));
    for (Primitive mirror :
        new Primitive[] {
          Primitive.HMIRROR, Primitive.VMIRROR, Primitive.DMIRROR, Primitive.CMIRROR
        }) {
      assertThat(times(mirror, 2, grid)).as(mirror.word()).isEqualTo(grid);
      Value object = of(Primitive.ASOBJECT, grid);
      assertThat(of(mirror, object)).isEqualTo(of(Primitive.ASOBJECT, of(mirror, grid)));
    }
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void scalesComeBack(int round) {
    draw(round);
    Value factor = IntegerValue.of(1 + random.nextInt(3));
    assertThat(of(Primitive.DOWNSCALE, of(Primitive.UPSCALE, grid, factor), factor))
        .isEqualTo(grid);
    Value halves = of(Primitive.HCONCAT, grid, grid);
    assertThat(of(Primitive.LEFTHALF, halves)).isEqualTo(grid);
    assertThat(of(Primitive.HSPLIT, halves, IntegerValue.of(2)))
        .isEqualTo(of(Primitive.REPEAT, grid, IntegerValue.of(2)));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void shiftsComeBack(int round) {
    draw(round);
    Value by = PairValue.of(random.nextInt(9) - 4, random.nextInt(9) - 4);
    Value object = of(Primitive.ASOBJECT, grid);
    Value moved = of(Primitive.SHIFT, object, by);
    assertThat(of(Primitive.SHIFT, moved, of(Primitive.INVERT, by))).isEqualTo(object);
    assertThat(of(Primitive.NORMALIZE, moved)).isEqualTo(object);
    assertThat(of(Primitive.PAINT, of(Primitive.CANVAS, by, of(Primitive.SHAPE, grid)), object))
        .isEqualTo(grid);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void colourPartsCoverTheGrid(int round) {
    draw(round);
    Value parts = of(Primitive.PARTITION, grid);
    assertThat(of(Primitive.MERGE, parts)).isEqualTo(of(Primitive.ASOBJECT, grid));
    Value objects =
        of(Primitive.OBJECTS, grid, IntegerValue.TRUE, IntegerValue.FALSE, IntegerValue.FALSE);
    assertThat(of(Primitive.MERGE, objects)).isEqualTo(of(Primitive.ASOBJECT, grid));
  }

  /// Which objects there are does not depend on what their colours are called, where the background
  /// is not a matter of a tie.
  @ParameterizedTest
  @MethodSource("rounds")
  void objectsFollowARecolouring(int round) {
    draw(round);
    Value a = IntegerValue.of(1);
    Value b = IntegerValue.of(8);
    Value[] flags = {IntegerValue.of(random.nextBoolean()), IntegerValue.of(random.nextBoolean())};
    Value before = of(Primitive.OBJECTS, grid, flags[0], flags[1], IntegerValue.FALSE);
    Value after =
        of(
            Primitive.OBJECTS,
            of(Primitive.SWITCH, grid, a, b),
            flags[0],
            flags[1],
            IntegerValue.FALSE);
    Value indices = Primitive.TOINDICES.function();
    assertThat(of(Primitive.APPLY, indices, before)).isEqualTo(of(Primitive.APPLY, indices, after));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void objectsAreFoundWhereTheyAre(int round) {
    draw(round);
    Value part =
        of(Primitive.ASOBJECT, of(Primitive.CROP, grid, PairValue.of(0, 0), PairValue.of(2, 2)));
    assertThat(of(Primitive.CONTAINED, PairValue.of(0, 0), of(Primitive.OCCURRENCES, grid, part)))
        .isEqualTo(IntegerValue.TRUE);
  }
}
