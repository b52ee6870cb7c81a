package io.sheaf.arc.picture;

import io.sheaf.arc.value.Grid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Grids as a PNG file, in rows: true colour, no captions, lines between cells.
///
/// @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics, third edition</a>
public final class GridPng {
  private static final int CELL = 12;
  private static final int GAP = 16;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BACKGROUND = 0xF4F4F4;
  private static final int LINE = 0x555555;

  private final int width;
  private final int height;
  private final int[] pixels;

  private GridPng(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
    Arrays.fill(pixels, BACKGROUND);
  }

  /// A whole picture.
  ///
  /// @param rows grids from left to right, row by row
  /// @return the bytes of a PNG file
  public static byte[] of(List<List<Grid>> rows) {
    GridPng picture =
        new GridPng(
            GAP + rows.stream().mapToInt(GridPng::width).max().orElse(0),
            GAP + rows.stream().mapToInt(GridPng::height).sum());
    int top = GAP;
    for (List<Grid> row : rows) {
      int left = GAP;
      for (Grid grid : row) {
        picture.draw(grid, left, top);
        left += grid.width() * CELL + GAP;
      }
      top += height(row);
    }
    return picture.encoded();
  }

  private static int width(List<Grid> row) {
    return row.stream().mapToInt(grid -> grid.width() * CELL + GAP).sum();
  }

  private static int height(List<Grid> row) {
    return row.stream().mapToInt(Grid::height).max().orElse(0) * CELL + GAP;
  }

  private void draw(Grid grid, int left, int top) {
    for (int y = 0; y < grid.height() * CELL; y++) {
      for (int x = 0; x < grid.width() * CELL; x++) {
        boolean line = y % CELL == 0 || x % CELL == 0;
        pixels[(top + y) * width + left + x] =
            line ? LINE : Palette.of(grid.at(y / CELL, x / CELL));
      }
    }
  }

  private byte[] encoded() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(file, "IHDR", header.put(new byte[] {8, 2, 0, 0, 0}).array());
    chunk(file, "IDAT", compressed());
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  /// A filter byte before each line of three bytes a pixel.
  private byte[] compressed() {
    ByteBuffer raw = ByteBuffer.allocate(height * (1 + 3 * width));
    for (int y = 0; y < height; y++) {
      raw.put((byte) 0);
      for (int x = 0; x < width; x++) {
        int rgb = pixels[y * width + x];
        raw.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(raw.array());
      deflater.finish();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
