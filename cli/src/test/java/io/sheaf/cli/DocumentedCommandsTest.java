package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Every command that stands in the documents is understood, and those that replace the scripts
/// work.
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of(System.getProperty("sheaf.root", ".."));
  private static final Path FROM_THE_SCRIPTS = ROOT.resolve("docs/how-to/from-the-scripts.md");
  private static final Pattern COMMAND =
      Pattern.compile("`\\./sheaf ([^`]+)`|^\\./sheaf (.+?)(?: +#.*)?$", Pattern.MULTILINE);

  /// What stands for something of the reader's.
  private static final Map<String, String> SAMPLES =
      Map.of("PRESET", "smoke", "N", "2", "I/T", "0/2", "I/N", "0/2");

  @TempDir private Path folder;
  private final Shell shell = new Shell(new BuiltIn());

  /// The words of each command, one command for each side of a `|`.
  private static List<List<String>> commands(Path file) throws IOException {
    List<List<String>> commands = new ArrayList<>();
    Matcher found = COMMAND.matcher(Files.readString(file));
    while (found.find()) {
      String text = found.group(1) == null ? found.group(2) : found.group(1);
      String plain = text.replaceFirst("(\\.\\.\\.|…)$", "").replace("…", "smoke").strip();
      for (String form : alternatives(plain)) {
        commands.add(words(form));
      }
    }
    return commands;
  }

  private static List<String> alternatives(String text) {
    Matcher choice = Pattern.compile("(\\S+?)((?:\\\\?\\|[a-z]+)+)").matcher(text);
    if (!choice.find()) {
      return List.of(text);
    }
    return Stream.of(choice.group().split("\\\\?\\|", -1))
        .map(word -> text.replace(choice.group(), word))
        .toList();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|\\S)+").matcher(text);
    while (word.find()) {
      String plain = word.group().replaceAll("['\"]", "");
      if (plain.matches("[<>]|[<>|&].*")) {
        break;
      }
      words.add(SAMPLES.getOrDefault(plain, plain));
    }
    return words;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), all)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @Test
  void areUnderstood() throws IOException {
    int seen = 0;
    for (Path document : documents()) {
      for (List<String> command : commands(document)) {
        String[] words = command.toArray(String[]::new);
        assertThatCode(
                () -> Sheaf.parse(shell.console(new StringWriter(), new StringWriter()), words))
            .as("%s: ./sheaf %s", ROOT.relativize(document), String.join(" ", command))
            .doesNotThrowAnyException();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(80);
  }

  /// In the order of the page, on small data; each must end as it should.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void replaceTheScripts() throws IOException {
    Map<String, String> places = places();
    String data = "data_root=" + folder.resolve("data");
    for (int i = 0; i < 4; i++) {
      run(List.of("run", "k6_full", "--set", data, "--shard", i + "/4", "--out", shard(i)));
    }
    int ran = 0;
    for (List<String> command : commands(FROM_THE_SCRIPTS)) {
      if (!isTestedElsewhere(command)) {
        run(completed(command, places, ran++));
      }
    }
    assertThat(ran).isGreaterThan(20);
  }

  /// Each line that replaces a class of JIDT, on symbols or on real values.
  @Test
  void replaceJidt() throws IOException {
    StringBuilder symbols = new StringBuilder("0,1,2,3,subject\n");
    StringBuilder values = new StringBuilder("0,1,2,3,subject\n");
    Random random = new Random(Long.getLong("seed", 1));
    for (int row = 0; row < 90; row++) {
      String subject = row < 45 ? "ann" : "ben";
      for (int column = 0; column < 4; column++) {
        symbols.append(random.nextInt(2)).append(',');
        values.append(random.nextGaussian()).append(',');
      }
      symbols.append(subject).append('\n');
      values.append(subject).append('\n');
    }
    Path ofSymbols = Files.writeString(folder.resolve("symbols.csv"), symbols);
    Path ofValues = Files.writeString(folder.resolve("values.csv"), values);
    Path page = ROOT.resolve("docs/how-to/from-jidt-idtxl.md");
    int ran = 0;
    for (String row : jidt(page)) {
      Matcher line = Pattern.compile("`((?:…|\\./sheaf te t\\.csv) [^`]+)`").matcher(row);
      while (line.find()) {
        String text = line.group(1).replace("…", "./sheaf te t.csv --source 0 --target 1");
        List<String> words = new ArrayList<>(words(text.substring("./sheaf ".length())));
        words.set(1, (text.contains("discrete") ? ofSymbols : ofValues).toString());
        words.replaceAll(word -> word.startsWith("out.") ? folder.resolve(word).toString() : word);
        words.replaceAll(
            word -> word.startsWith("runs/") ? folder.resolve("run").toString() : word);
        run(words);
        ran++;
      }
    }
    assertThat(ran).isGreaterThan(20);
    assertThat(folder.resolve("run/out/te.csv")).exists();
    assertThat(folder.resolve("out.csv")).exists();
  }

  private static List<String> jidt(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .dropWhile(line -> !line.startsWith("| in JIDT |"))
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  private static boolean isTestedElsewhere(List<String> command) {
    return Set.of("demo", "augment", "arc", "stop", "serve", "report", "te")
            .contains(command.getFirst())
        || command.contains("battery_play")
        || command.contains("augment_sentences");
  }

  /// What the reader has: user files, a run, its shards, a configuration, scripts.
  private Map<String, String> places() throws IOException {
    Path data = folder.resolve("data");
    SyntheticCohort.write(new SyntheticCohort.Options(4, 300, 1, ColumnSet.MINIMAL, false), data);
    Files.writeString(folder.resolve("F.yaml"), "data_root: " + data + "\nsurrogates: 20\n");
    for (String script : List.of("run_production.py", "generate_augsets.py")) {
      Files.writeString(folder.resolve(script), "import sys\nprint(sys.argv[1:])\n");
    }
    Map<String, String> places = new HashMap<>();
    places.put("runs/s0", shard(0));
    places.put("runs/k6", shard(0));
    places.put("runs/sound", shard(0));
    places.put("DIR", shard(0));
    places.put("D", shard(0));
    places.put("F.yaml", folder.resolve("F.yaml").toString());
    return places;
  }

  private String shard(int number) {
    return folder.resolve("s" + number).toString();
  }

  /// The command with the reader's places, and what the reader would add: where the data are, and a
  /// directory of its own for each run.
  private List<String> completed(List<String> command, Map<String, String> places, int number) {
    List<String> words = new ArrayList<>();
    for (String word : command) {
      switch (word) {
        case "D..." -> IntStream.range(0, 4).mapToObj(this::shard).forEach(words::add);
        case "O" -> words.add(folder.resolve("merged" + number).toString());
        case "UNIT" -> words.add(firstUnit());
        case "data_root=DIR" -> words.add("data_root=" + folder.resolve("data"));
        default -> words.add(places.getOrDefault(word, word));
      }
    }
    if (words.getFirst().equals("watch")) {
      words.addAll(List.of("--runs", folder.toString()));
    }
    if (!List.of("run", "launch").contains(words.getFirst()) || words.contains("--resume")) {
      return words;
    }
    int out = words.indexOf("--out");
    if (out >= 0) {
      words.subList(out, out + 2).clear();
    }
    String subject = words.get(1);
    String place =
        subject.equals("command") ? "directory=" + folder : "data_root=" + folder.resolve("data");
    words.addAll(2, List.of("--set", place));
    if (!words.contains("--dry-run")) {
      words.addAll(2, List.of("--out", folder.resolve("run" + number).toString()));
    }
    if (words.getFirst().equals("launch")) {
      words.addAll(2, List.of("--force", "--heap", "128m"));
    }
    return words;
  }

  private String firstUnit() {
    Shell.Said units = shell.run("profile", folder.resolve("s0"), "--by", "unit", "--json");
    Matcher unit = Pattern.compile("\"(user=[^\"]+)\"").matcher(units.out());
    assertThat(unit.find()).as(units.out()).isTrue();
    return unit.group(1);
  }

  private void run(List<String> words) {
    Shell.Said said = shell.run(words.toArray());
    assertThat(said.code()).as("sheaf %s%n%s", String.join(" ", words), said.err()).isZero();
  }
}
