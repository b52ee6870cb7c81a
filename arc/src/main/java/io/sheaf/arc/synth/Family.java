package io.sheaf.arc.synth;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.value.Grid;
import java.util.function.Function;

/// A kind of task: how its inputs are drawn. What is to be done with them, the built-in program of
/// the same number says.
@SuppressWarnings("ImmutableEnumChecker") // Functions without state do not change.
public enum Family {
  /// Turned clockwise by a quarter.
  QUARTER_TURN(Scenes::noise),
  /// Turned by a half.
  HALF_TURN(Scenes::noise),
  /// Left and right exchanged.
  MIRROR(Scenes::noise),
  /// Top and bottom exchanged.
  UPSIDE_DOWN(Scenes::noise),
  /// Rows and columns exchanged.
  TRANSPOSE(Scenes::noise),
  /// Transposed about the other diagonal.
  ANTI_TRANSPOSE(Scenes::noise),
  /// The grid and its mirror image side by side.
  BESIDE_MIRROR(Scenes::noise),
  /// The grid mirrored to both sides and down.
  FOURFOLD(Scenes::noise),
  /// Every cell twice as large.
  TWICE_AS_LARGE(Scenes::noise),
  /// Every cell three times as large.
  THREE_TIMES_AS_LARGE(Scenes::noise),
  /// Every second row and column.
  HALF_AS_LARGE(Scenes::doubled),
  /// The left half.
  LEFT_HALF(Scenes::noise),
  /// The bottom half.
  BOTTOM_HALF(Scenes::noise),
  /// The first of three parts.
  FIRST_THIRD(Scenes::threeParts),
  /// The margin gone.
  WITHOUT_MARGIN(Scenes::noise),
  /// Two margins gone.
  WITHOUT_TWO_MARGINS(Scenes::largeNoise),
  /// The largest rectangle cut out.
  LARGEST(Scenes::rectangles),
  /// The smallest rectangle cut out.
  SMALLEST(Scenes::rectangles),
  /// The smallest rectangle covered.
  SMALLEST_GONE(Scenes::rectangles),
  /// The largest rectangle in another colour.
  LARGEST_MARKED(Scenes::rectangles),
  /// The place between all rectangles' cells and their common bounding box filled.
  BETWEEN_FILLED(Scenes::rectangles),
  /// A line around each rectangle.
  OUTLINED(Scenes::rectangles),
  /// What rings enclose filled.
  RINGS_FILLED(Scenes::rings),
  /// Only the insides of rings kept.
  RINGS_TO_BLOCKS(Scenes::rings),
  /// Two cells joined by a line.
  JOINED(Scenes::twoInLine),
  /// A column through each cell.
  COLUMNS(Scenes::dots),
  /// A row and a column through each cell.
  CROSSES(Scenes::dots),
  /// The neighbours of each cell marked.
  HALOS(Scenes::dots),
  /// A diagonal from each cell.
  DIAGONALS(Scenes::dots),
  /// An object moved until it touches another.
  GRAVITY(Scenes::falling),
  /// Two colours exchanged.
  COLOURS_SWAPPED(Scenes::twoColours),
  /// A colour replaced.
  COLOUR_REPLACED(Scenes::twoColours),
  /// The most frequent colour alone.
  MOST_FREQUENT(Scenes::noise),
  /// As many cells as there are rectangles.
  COUNTED(Scenes::rectangles),
  /// Cells that both halves have.
  BOTH_HALVES(Scenes::halves),
  /// Cells that one half has.
  ONE_HALF(Scenes::halves),
  /// Cells in which both halves agree.
  AGREEMENT(Scenes::equalHalves),
  /// Lines between parts taken out.
  WITHOUT_LINES(Scenes::lattice),
  /// Rows in the order of their greatest colour.
  ROWS_SORTED(Scenes::noise),
  /// Each row once.
  ROWS_ONCE(Scenes::repeatedRows),
  /// Single cells covered.
  WITHOUT_SPECKS(Scenes::speckled),
  /// Turned if it is taller than wide, else mirrored.
  TURNED_IF_TALL(Scenes::tallOrWide),
  /// The rectangle of a certain colour cut out.
  BY_COLOUR(Scenes::oneOfColour),
  /// The only object with a vertical axis of symmetry cut out.
  SYMMETRIC(Scenes::oneSymmetric);

  private final Function<Scenes, Grid> scene;

  Family(Function<Scenes, Grid> scene) {
    this.scene = scene;
  }

  /// Its number, the first four digits of its tasks' ids.
  ///
  /// @return at least 1
  @SuppressWarnings("EnumOrdinal") // Its place in this list is what its number means.
  public int number() {
    return ordinal() + 1;
  }

  /// The id of one of its tasks.
  ///
  /// @param instance from 0 to 65535
  /// @return eight hexadecimal digits
  /// @throws IllegalArgumentException if there is no such instance
  public String taskId(int instance) {
    if (instance < 0 || instance > 0xFFFF) {
      throw new IllegalArgumentException(
          "instance = %d, expected 0 to %d".formatted(instance, 0xFFFF));
    }
    return "%04x%04x".formatted(number(), instance);
  }

  /// The program that says what is to be done.
  ///
  /// @return the built-in program of its number
  public Program program() {
    return BuiltInPrograms.of(this);
  }

  Grid input(Scenes scenes) {
    return scene.apply(scenes);
  }
}
