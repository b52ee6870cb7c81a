package io.sheaf.cli;

import io.sheaf.arc.picture.GridSheet;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Grids as a PNG file.
final class GridPng {
  private GridPng() {}

  static void write(GridSheet sheet, Path file) throws IOException {
    System.setProperty("java.awt.headless", "true");
    BufferedImage image =
        new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(GridSheet.BACKGROUND));
    graphics.fillRect(0, 0, sheet.width(), sheet.height());
    graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, GridSheet.LETTER_SIZE));
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    sheet.draw(new ImageCanvas(graphics));
    graphics.dispose();
    try (OutputStream out = Files.newOutputStream(file)) {
      ImageIO.write(image, "png", out);
    }
  }

  private record ImageCanvas(Graphics2D graphics) implements GridSheet.Canvas {
    @Override
    public void caption(int x, int y, String text) {
      graphics.setColor(Color.BLACK);
      graphics.drawString(text, x, y);
    }

    @Override
    public void cell(int x, int y, int side, int rgb) {
      graphics.setColor(new Color(rgb));
      graphics.fillRect(x, y, side, side);
      graphics.setColor(new Color(GridSheet.LINE));
      graphics.drawRect(x, y, side, side);
    }
  }
}
