package io.sheaf.cli;

import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.model.NeighbourTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sheaf augment neighbours`.
@Command(
    name = "neighbours",
    description = "Makes the table of near words that ta_wordswap_embedding reads.",
    footer =
        "%nEncodes frequent words by all-MiniLM-L6-v2; minutes for the 12,000 of the table that"
            + " comes with Sheaf.")
final class AugmentNeighboursCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "12000",
      description = "Words, the most frequent ones; default: 12000.")
  private int words;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file to write, a new one.")
  private Path out = Path.of("");

  AugmentNeighboursCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (OutputStream file = Files.newOutputStream(out, StandardOpenOption.CREATE_NEW);
        OutputStream packed = new GZIPOutputStream(file)) {
      List<String> lines = new NeighbourTable(new Lexicon(Path.of("models")), words).lines();
      for (String line : lines) {
        packed.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      console.out().printf("%d words in %s%n", lines.size(), out);
    }
    return ExitCode.COMPLETE;
  }
}
