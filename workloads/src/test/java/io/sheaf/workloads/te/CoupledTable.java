package io.sheaf.workloads.te;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/// A table of users, of whom the even ones have x inform y two rows later.
final class CoupledTable {
  private CoupledTable() {}

  static Path write(Path file, int users, int rows) throws IOException {
    long seed = Long.getLong("seed", 20261130);
    System.out.println("CoupledTable: -Dseed=" + seed);
    Random random = Random.from(new SplittableRandom(seed));
    StringBuilder text = new StringBuilder("user,x,y,z\n");
    for (int user = 0; user < users; user++) {
      double[] x = new double[rows];
      double y = 0;
      for (int t = 0; t < rows; t++) {
        x[t] = random.nextGaussian();
        double drive = user % 2 == 0 && t > 1 ? x[t - 2] : 0;
        y = 0.3 * y + drive + random.nextGaussian();
        text.append(
            String.format(Locale.ROOT, "u%d,%s,%s,%s%n", user, x[t], y, random.nextGaussian()));
      }
    }
    Files.writeString(file, text);
    return file;
  }
}
