package io.sheaf.arc.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.value.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What grids look like.
class PictureTest {
  private final Grid grid = Grid.of(new byte[] {1, 2, 3, Grid.NONE}, 2);

  @Test
  void writesDigitsBesideEachOther() {
    assertThat(GridText.beside(List.of(grid, grid), false)).isEqualTo("1 2    1 2\n3 ?    3 ?\n");
  }

  @Test
  void coloursCells() {
    assertThat(GridText.beside(List.of(grid), true)).startsWith("\033[48;2;0;116;217m  \033[48;2;");
  }

  @Test
  void escapesCaptions() {
    String svg = GridSvg.of(List.of(new GridSvg.Strip("<a> & b", List.of(grid))));
    assertThat(svg).contains("&lt;a&gt; &amp; b").contains("fill=\"#0074d9\"");
  }

  @Test
  void writesPngOfTheRightSize() {
    byte[] png = GridPng.of(List.of(List.of(grid)));
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(png[19]).isEqualTo((byte) (16 + 2 * 12 + 16));
  }
}
