package io.sheaf.arc.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Indices;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What grids look like.
class PictureTest {
  private final Grid grid = Grid.of(new byte[] {1, 2, 3, Grid.NONE}, 2);

  @Test
  void writesDigitsBesideEachOther() {
    assertThat(GridText.beside(List.of(grid, grid), false)).isEqualTo("1 2    1 2\n3 .    3 .\n");
  }

  @Test
  void coloursCells() {
    assertThat(GridText.beside(List.of(grid), true)).startsWith("\033[48;2;0;116;217m  \033[48;2;");
  }

  @Test
  void escapesCaptions() {
    String svg = GridSvg.of(new GridSheet(List.of(new GridSheet.Strip("<a> & b", List.of(grid)))));
    assertThat(svg).contains("&lt;a&gt; &amp; b").contains("fill=\"#0074d9\"");
  }

  @Test
  void marksPlacesAndCells() {
    assertThat(PatchPicture.of(Indices.ofDistinct(new long[] {Place.of(0, 1)}), grid))
        .contains(Grid.of(new byte[] {Grid.NONE, 5, Grid.NONE, Grid.NONE}, 2));
    long seven = Place.coloured(7, Place.of(1, 0));
    Value cells = Cells.ofDistinct(new long[] {seven, Place.coloured(3, Place.of(9, 9))});
    assertThat(PatchPicture.of(TupleValue.of(cells, IntegerValue.of(4)), grid))
        .contains(Grid.of(new byte[] {Grid.NONE, Grid.NONE, 7, Grid.NONE}, 2));
    assertThat(PatchPicture.of(IntegerValue.of(4), grid)).isEmpty();
    assertThat(PatchPicture.of(grid, grid)).as("is a picture already").isEmpty();
  }

  @Test
  void showsWhatIsWrong() {
    Grid other = Grid.of(new byte[] {1, 9, 3, Grid.NONE}, 2);
    assertThat(PatchPicture.wrong(other, grid))
        .contains(Grid.of(new byte[] {Grid.NONE, 2, Grid.NONE, Grid.NONE}, 2));
    assertThat(PatchPicture.wrong(grid, grid)).isEmpty();
    assertThat(PatchPicture.wrong(Grid.of(new byte[] {1}, 1), grid)).isEmpty();
  }
}
