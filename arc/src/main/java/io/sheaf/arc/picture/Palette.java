package io.sheaf.arc.picture;

import io.sheaf.arc.value.Grid;

/// The colours that ARC's own pages show for 0 to 9, as 24 bits of red, green and blue.
final class Palette {
  private static final int[] COLOURS = {
    0x000000, 0x0074D9, 0xFF4136, 0x2ECC40, 0xFFDC00, 0xAAAAAA, 0xF012BE, 0xFF851B, 0x7FDBFF,
    0x870C25
  };

  /// For what is no colour of ARC.
  private static final int OTHER = 0xFFFFFF;

  private Palette() {}

  static int of(byte cell) {
    return cell == Grid.NONE || cell < 0 || cell >= COLOURS.length ? OTHER : COLOURS[cell];
  }
}
