package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentCommandTest {
  private static final String METHODS = "methods=[nlp_keyboard, word_swap, nlp_cwe_sub_roberta]";

  @TempDir private Path temporary;

  private final Shell shell = new Shell(new BuiltIn());

  @Test
  void listsMethodsWithExamplesAndReasons() {
    Shell.Said list = shell.run("augment", "methods");
    assertThat(list.code()).isZero();
    assertThat(list.out().lines()).hasSizeGreaterThan(3 * 41);
    assertThat(list.out())
        .contains(
            "ta_contraction: contracts pairs of words\n  I've not slept well",
            "Nothing helps!\n  contractions.txt (stdlib), OpenNLP UD-EWT tagger; licence Apache-2.0\n");
    Shell.Said one = shell.run("augment", "methods", "ta_contraction", "--text", "I am here");
    assertThat(one.out()).contains("I'm here").contains("Apache-2.0");
    Shell.Said json = shell.run("augment", "methods", "nlp_cwe_sub_roberta", "--json");
    assertThat(json.out()).contains("\"available\":false").contains("no weights come with Sheaf");
    Shell.Said wrong = shell.run("augment", "methods", "nlp_keybord");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("did you mean `nlp_keyboard`");
  }

  @Test
  void fetchesNoModelTwiceAndNoticesADamagedOne() throws IOException {
    Path bert = Files.createDirectories(temporary.resolve("models/bert"));
    Files.writeString(bert.resolve("vocab.txt"), "a\n");
    Files.writeString(
        bert.resolve("SHA256SUMS"),
        "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  vocab.txt\n");
    Shell.Said there =
        shell.run("augment", "models", "fetch", "bert", "--models", temporary.resolve("models"));
    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.err()).contains("is there, and its checksums are right");
    Files.writeString(bert.resolve("vocab.txt"), "b\n");
    Shell.Said damaged =
        shell.run("augment", "models", "fetch", "bert", "--models", temporary.resolve("models"));
    assertThat(damaged.code()).isNotZero();
    assertThat(damaged.err()).contains("vocab.txt is not what");
    Shell.Said unknown = shell.run("augment", "models", "fetch", "bart");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("bert");
  }

  /// What a killed command left goes; what a younger one may still be writing stays.
  @Test
  void sweepsWhatFetchingLeft() throws IOException {
    Path models = Files.createDirectories(temporary.resolve("models"));
    Files.writeString(Files.createDirectories(models.resolve("bert")).resolve("SHA256SUMS"), "");
    for (String name : List.of(".fetching-1", ".fetching-2", "other")) {
      Path aside = Files.createDirectories(models.resolve(name));
      Files.writeString(aside.resolve("half"), "half");
      Instant made = Instant.now().minus(Duration.ofHours(name.endsWith("2") ? 23 : 25));
      Files.setLastModifiedTime(aside, FileTime.from(made));
    }
    shell.run("augment", "models", "fetch", "bert", "--models", models);
    try (Stream<Path> left = Files.list(models)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("bert", ".fetching-2", "other");
    }
  }

  @Test
  void verifiesARunAndNoticesAnotherInput() throws IOException {
    Path input = temporary.resolve("rows.csv");
    String rows =
        "post_text,sentence_text\nHello there. I like the old garden behind the house. Bye.,"
            + "I like the old garden behind the house.\n";
    Files.writeString(input, rows);
    Path out = temporary.resolve("run");
    Shell.Said run =
        shell.run(
            "run",
            "augment",
            "--set",
            "input=" + input,
            "--set",
            METHODS,
            "--out",
            out,
            "--progress",
            "off");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out.resolve("out/combo_1_nlp_keyboard/dataset.parquet")).isRegularFile();
    Shell.Said verified = shell.run("augment", "verify", out);
    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out()).contains("ALL PASSED");
    Files.write(input, rows.replace("Hello", "Hallo").getBytes(StandardCharsets.UTF_8));
    Shell.Said other = shell.run("augment", "verify", out);
    assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(other.out()).contains("the post cannot be restored");
  }

  @Test
  void theDemoMergesVerifiesAndCleansUp() {
    Path out = temporary.resolve("demo");
    Shell.Said demo = shell.run("demo", "augment", "--out", out);
    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.out()).contains("ALL PASSED").contains("rows_mean");
    assertThat(out.resolve("merged/out/manifest_final.csv")).isRegularFile();
    assertThat(out.resolve("s0of2")).doesNotExist();
    assertThat(out.resolve("s1of2")).doesNotExist();
  }

  @Test
  void keepsOnlyWhatMeansTheSame() throws IOException {
    String sentence = "The small brown dog is sleeping quietly under the old kitchen table";
    Path input =
        Files.writeString(temporary.resolve("in.csv"), "text\n" + (sentence + "\n").repeat(12));
    List<String> all = variants(input, "-1");
    List<String> near = variants(input, "0.7");
    assertThat(near).hasSizeBetween(2, all.size() - 2);
    assertThat(variants(input, "1")).isEmpty();
  }

  /// The lines of a data set of misspelt words.
  private List<String> variants(Path input, String least) throws IOException {
    Path out = temporary.resolve("least" + least);
    Shell.Said said =
        shell.run(
            "run",
            "augment",
            "--set=input=" + input,
            "--set=text_col=text",
            "--set=evidence_col=text",
            "--set=methods=[nlp_keyboard]",
            "--set=quality_min_sim=0.4",
            "--set=save_format=csv",
            "--set=quality_min_meaning=" + least,
            "--out",
            out);
    assertThat(said.code()).as(said.err()).isZero();
    Path dataset = out.resolve("out/combo_1_nlp_keyboard/dataset.csv");
    return Files.exists(dataset) ? Files.readAllLines(dataset) : List.of();
  }

  @Test
  void makesTheTableOfNearWords() throws IOException {
    Path table = temporary.resolve("near.gz");
    assertThat(shell.run("augment", "neighbours", "--words", "400", "--out", table).code())
        .isZero();
    try (GZIPInputStream lines = new GZIPInputStream(Files.newInputStream(table))) {
      assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
          .hasSizeGreaterThan(10)
          .allMatch(line -> line.matches("[a-z]+( [a-z]+){1,4}"));
    }
  }
}
