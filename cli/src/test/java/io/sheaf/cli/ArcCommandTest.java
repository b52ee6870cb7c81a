package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.picture.GridSheet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArcCommandTest {
  @TempDir private Path temporary;

  private final Shell shell = new Shell(new BuiltIn());

  private Path synth(String... more) {
    Path directory = temporary.resolve("made");
    Shell.Said said =
        shell.run(
            Stream.concat(Stream.of("arc", "synth", "--out", directory), Stream.of(more))
                .toArray());
    assertThat(said.code()).as(said.err()).isZero();
    return directory;
  }

  private Shell.Said arc(String verb, Path made, Object... more) {
    return shell.run(
        Stream.concat(
                Stream.of(
                    "arc",
                    verb,
                    "--programs",
                    made.resolve("programs.arc"),
                    "--tasks",
                    made.resolve("tasks")),
                Stream.of(more))
            .toArray());
  }

  @Test
  void writesTasksThatTheirProgramsSolve() {
    Path made = synth("--per-family", "2");
    Shell.Said check = arc("check", made);
    assertThat(check.code()).as(check.out()).isZero();
    assertThat(check.out()).contains("88 of 88 programs");
    Shell.Said json = arc("check", made, "--json");
    assertThat(json.out()).contains("\"programsPassed\":88").contains("\"problems\":[]");
  }

  @Test
  void namesProgramsThatFailAndFilesThatAreNone() throws IOException {
    Path made = synth();
    Path programs = made.resolve("programs.arc");
    String text = Files.readString(programs);
    Files.writeString(
        programs,
        text.replace("O = rot90(I)", "O = rot270(I)").replace("O = trim(I)", "O = trimm(I)"));
    Files.writeString(made.resolve("tasks/ffff0000.json"), "{\"train\": [[1]]}");
    Shell.Said check = arc("check", made);
    assertThat(check.code()).isEqualTo(ExitCode.UNITS_FAILED);
    assertThat(check.out()).contains("solve_00010000").contains("another output");
    assertThat(check.err()).contains("did you mean `trim`?").contains("ffff0000.json:1:");
  }

  @Test
  void screensAndShows() {
    Path made = synth();
    Shell.Said screen = arc("screen", made, "--json");
    assertThat(screen.code()).isZero();
    assertThat(screen.out()).contains("\"tasksSolved\":44").contains("\"runs\":");
    assertThat(arc("screen", made).out()).contains("00010000").contains("solve_00010000");
    Shell.Said show = arc("show", made, "solve_00010000", "--lines");
    assertThat(show.code()).as(show.err()).isZero();
    assertThat(show.out()).contains("O = rot90(I)");
    assertThat(arc("show", made, "solve_0001000").err()).contains("did you mean `solve_00010000`?");
  }

  @Test
  void drawsTheSameAsSvgAndPng() throws IOException {
    Path made = synth();
    Path svg = temporary.resolve("show.svg");
    Path png = temporary.resolve("show.png");
    Shell.Said show = arc("show", made, "solve_00010000", "--lines", "--svg", svg, "--png", png);
    assertThat(show.code()).as(show.err()).isZero();
    String text = Files.readString(svg);
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(text)
        .contains("O = rot90(I)")
        .contains("width=\"%d\" height=\"%d\"".formatted(image.getWidth(), image.getHeight()));
    Matcher cell =
        Pattern.compile("<rect x=\"(\\d+)\" y=\"(\\d+)\".*fill=\"#(\\w{6})\"").matcher(text);
    int cells = 0;
    for (; cell.find(); cells++) {
      int rgb = image.getRGB(number(cell, 1) + 5, number(cell, 2) + 5);
      assertThat(rgb & 0xFFFFFF).isEqualTo(Integer.parseInt(cell.group(3), 16));
    }
    assertThat(cells).isGreaterThan(50);
    assertThat(IntStream.range(24, 60).map(x -> image.getRGB(x, 20) & 0xFFFFFF))
        .as("letters of the first caption")
        .anyMatch(rgb -> rgb != GridSheet.BACKGROUND);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  @Test
  void submitsTwoAttemptsAtEachTestOfARun() throws IOException {
    Path made = synth();
    Path run = temporary.resolve("run");
    Shell.Said said =
        shell.run(
            "run",
            "battery",
            "--set",
            "tasks=" + made.resolve("tasks"),
            "--out",
            run,
            "--progress",
            "off");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(shell.run("validate", run).code()).isZero();
    Path file = temporary.resolve("submission.json");
    assertThat(shell.run("arc", "submit", run, "--out", file).code()).isZero();
    JsonNode submission = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(submission.size()).isEqualTo(44);
    for (String id : submission.propertyNames()) {
      JsonNode task = JsonMapper.shared().readTree(made.resolve("tasks/" + id + ".json"));
      for (int test = 0; test < task.get("test").size(); test++) {
        JsonNode truth = task.get("test").get(test).get("output");
        JsonNode attempts = submission.get(id).get(test);
        assertThat(attempts.get("attempt_1")).as(id).isEqualTo(truth);
        assertThat(attempts.has("attempt_2")).isTrue();
      }
    }
    assertThat(shell.run("arc", "submit", made).code()).isEqualTo(ExitCode.USAGE);
  }

  private Shell.Said play(Object... more) {
    return shell.run(
        Stream.concat(
                Stream.of("arc", "play", "--cache", temporary.resolve("cache.db")), Stream.of(more))
            .toArray());
  }

  /// One round on the first tasks, cold and hot; the seed is told, and the tables are the same.
  @Test
  void playsARound() throws IOException {
    Path cold = temporary.resolve("cold");
    Path store = temporary.resolve("store.db");
    Shell.Said said =
        play("-o", "-c", 3, "-T", "--seed", 7, "--store", store, "--out", cold, "-j", 1);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("seed 7: 3 of 3 tasks solved")
        .contains(
            "demo scoring", "test scoring", "inline", "filter", "validate", "store", "differs")
        .containsPattern("validation +0 +[1-9]")
        .containsPattern("scoring +0 +[1-9]");
    JsonNode first = rounds(temporary.resolve("a"));
    JsonNode again = rounds(temporary.resolve("b"));
    assertThat(first.get("seed").asLong()).isEqualTo(42);
    assertThat(first.get("caches").get("scoring").get("rate").asDouble()).isLessThan(1);
    assertThat(again.get("caches").get("scoring").get("rate").asDouble()).isEqualTo(1);
    assertThat(Files.readString(temporary.resolve("a/out/manifest.json")))
        .isEqualTo(Files.readString(temporary.resolve("b/out/manifest.json")));
  }

  private JsonNode rounds(Path out) {
    Shell.Said said = play("-c", 4, "--rounds", 2, "--early-stop", "none", "--json", "--out", out);
    assertThat(said.code()).as(said.err()).isZero();
    return JsonMapper.shared().readTree(said.out());
  }

  @Test
  void comparesNumbersOfProcessesAndWorkers() {
    Path out = temporary.resolve("table");
    Path store = temporary.resolve("store.db");
    Shell.Said said =
        play("-o", "-c", 2, "--instances", "1,2", "--workers", "1", "--store", store, "--out", out);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out().lines()).hasSize(3);
    assertThat(said.out()).contains("INSTANCES  WORKERS").containsPattern("\n +2 +1 +[0-9.]+ s");
    assertThat(out.resolve("2x1/i1/out/manifest.json")).exists();
    assertThat(store).exists();
  }

  @Test
  void refusesWhatCannotBePlayed() {
    assertThat(play("-o", "--rounds", 3).err()).contains("-o and --rounds: expected one of them");
    assertThat(play("--workers", "2,0").err()).contains("--workers 0: expected 1 or more");
    assertThat(play("-c", 0, "--tasks", "nowhere", "--out", temporary.resolve("x")).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(play("--early-stop", "later", "--out", temporary.resolve("y")).err())
        .contains("expected one of none, pair, solved");
  }

  @Test
  void refusesWhatCannotBeMeant() throws IOException {
    assertThat(shell.run("arc", "synth", "--out", temporary.resolve("x"), "--per-family", 0).err())
        .contains("expected 1 to 65536, found 0");
    Files.writeString(temporary.resolve("file"), "");
    Shell.Said taken = shell.run("arc", "synth", "--out", temporary);
    assertThat(taken.code()).isEqualTo(ExitCode.USAGE);
    assertThat(taken.err()).contains("is not empty");
  }
}
