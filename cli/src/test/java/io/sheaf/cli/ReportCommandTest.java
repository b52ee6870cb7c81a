package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.plan.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ReportCommandTest {
  private final Shell shell = new Shell();

  @TempDir private Path folder;

  private static Document page(Path run) throws IOException {
    return Jsoup.parse(Files.readString(run.resolve("report.html")));
  }

  private static JsonNode twin(Path run) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(run.resolve("report.json")));
  }

  private static List<JsonNode> figures(JsonNode report) {
    List<JsonNode> figures = new ArrayList<>();
    for (String part : List.of("run", "chapter", "record")) {
      report.get(part).forEach(section -> section.get("figures").forEach(figures::add));
    }
    return figures;
  }

  private Path failing() {
    Path run = folder.resolve("run");
    assertThat(shell.run("run", "small", "--out", run, "--set", "failing=1").code()).isEqualTo(1);
    return run;
  }

  @Test
  void aRunWritesItAndTheCommandWritesItAgain() throws IOException {
    Path run = failing();
    assertThat(page(run).select("h1").text()).isEqualTo("small failed");
    Files.delete(run.resolve("report.html"));
    Shell.Said said = shell.run("report", run);
    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo(run.resolve("report.html") + "\n");
    assertThat(page(run).select("main").text())
        .contains("2 of 3 units done, 1 failed.")
        .contains("too little data, of all things");
    assertThat(shell.run("validate", run).code()).isZero();
    assertThat(shell.run("report", run, "--json").out())
        .startsWith("{\"")
        .contains("\"report\":\"" + run.resolve("report.html"));
  }

  @Test
  void needsNothingButItself() throws IOException {
    Document page = page(failing());
    assertThat(page.select("script, link, iframe, object, embed, img, base, form")).isEmpty();
    assertThat(page.select("[src], [style], [onclick]")).isEmpty();
    assertThat(page.select("[href]").eachAttr("href")).allMatch(to -> to.startsWith("#"));
    for (String to : page.select("[href]").eachAttr("href")) {
      assertThat(page.getElementById(to.substring(1))).as(to).isNotNull();
    }
    assertThat(page.html()).doesNotContain("@import", "url(");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.select("svg[role=img]").eachAttr("aria-label")).doesNotContain("");
  }

  @Test
  void theTwinSaysWhatThePageSays() throws IOException {
    Path run = failing();
    JsonNode twin = twin(run);
    Document page = page(run);
    assertThat(twin.get("head").get("done").asInt()).isEqualTo(2);
    assertThat(twin.get("head").get("failed").asInt()).isEqualTo(1);
    assertThat(twin.get("head").get("state").asString()).isEqualTo("failed");
    List<JsonNode> figures = figures(twin);
    List<Element> drawn = page.select("figure");
    assertThat(drawn).hasSameSizeAs(figures).hasSizeGreaterThan(8);
    for (int i = 0; i < drawn.size(); i++) {
      JsonNode figure = figures.get(i);
      assertThat(drawn.get(i).className()).isEqualTo(figure.get("kind").asString());
      assertThat(drawn.get(i).select("figcaption strong").text())
          .isEqualTo(figure.get("title").asString());
      if (figure.get("kind").asString().equals("listing")) {
        assertThat(drawn.get(i).select("tbody tr")).hasSameSizeAs(figure.get("rows"));
        assertThat(drawn.get(i).select("thead th")).hasSameSizeAs(figure.get("columns"));
      }
    }
  }

  @Test
  void theCrateHoldsWhatItSays() throws IOException {
    Path run = failing();
    JsonNode crate =
        JsonMapper.shared().readTree(Files.readString(run.resolve("ro-crate-metadata.json")));
    List<String> ids = crate.get("@graph").findValuesAsString("@id");
    List<String> entities = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (JsonNode entity : crate.get("@graph")) {
      String id = entity.get("@id").asString();
      entities.add(id);
      if (entity.get("@type").asString().equals("File")) {
        files.add(id);
        assertThat(run.resolve(id)).isRegularFile();
        assertThat(Files.size(run.resolve(id))).isEqualTo(entity.get("contentSize").asLong());
        if (entity.has("sha256")) {
          assertThat(entity.get("sha256").asString()).isEqualTo(Digest.of(run.resolve(id)));
        }
      }
    }
    assertThat(entities).doesNotHaveDuplicates();
    assertThat(files)
        .contains("out/numbers.csv", "out/manifest.json", "run.yaml", "report.html", "report.json");
    assertThat(ids).isSubsetOf(new ArrayList<>(withAddresses(entities, ids)));
    JsonNode root = entity(crate, "./");
    assertThat(root.get("hasPart").findValuesAsString("@id")).containsExactlyElementsOf(files);
    assertThat(entity(crate, "#run").get("actionStatus").get("@id").asString())
        .endsWith("/FailedActionStatus");
    assertThat(entity(crate, "#run").get("instrument").get("@id").asString()).isEqualTo("#sheaf");
    assertThat(entity(crate, "ro-crate-metadata.json").get("conformsTo").get("@id").asString())
        .isEqualTo("https://w3id.org/ro/crate/1.1");
  }

  private static List<String> withAddresses(List<String> entities, List<String> ids) {
    List<String> known = new ArrayList<>(entities);
    ids.stream().filter(id -> id.matches("https?://.*")).forEach(known::add);
    return known;
  }

  private static JsonNode entity(JsonNode crate, String id) {
    for (JsonNode entity : crate.get("@graph")) {
      if (entity.get("@id").asString().equals(id)) {
        return entity;
      }
    }
    throw new AssertionError("no " + id);
  }

  @Test
  void saysWhatAShardLacksAndWhereAMergedRunsTimesAre() throws IOException {
    Path first = folder.resolve("a");
    Path second = folder.resolve("b");
    Path merged = folder.resolve("merged");
    shell.run("run", "large", "--out", first, "--shard", "0/2");
    shell.run("run", "large", "--out", second, "--shard", "1/2");
    assertThat(page(first).select(".notice").text()).contains("This is shard 0/2");
    assertThat(twin(first).get("again").get("command").asString()).endsWith(" --shard 0/2");
    shell.run("merge", "--shards", first, second, "--output", merged);
    assertThat(page(merged).select(".notice").text()).contains("Merged from other runs");
    assertThat(page(merged).select("main").text()).contains("60 of 60 units done");
    assertThat(twin(merged).get("head").get("attempts").asInt()).isZero();
  }

  @Test
  void tellsOfARunThatNeverEnded() throws IOException {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run);
    for (String name : List.of("out/manifest.json", "out/numbers.csv", "run.lock")) {
      Files.delete(run.resolve(name));
    }
    Files.writeString(
        run.resolve("status.json"),
        "{\"status\":\"running\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"pid\":1}");
    assertThat(shell.run("report", run).code()).isZero();
    assertThat(twin(run).get("head").get("state").asString()).isEqualTo("dead");
    assertThat(page(run).select(".problems").text()).contains("--resume");
    assertThat(page(run).select("h3").eachText()).doesNotContain("Outputs");
  }

  @Test
  void theCommandItGivesMakesTheSamePlan() throws IOException {
    Path run = folder.resolve("run");
    shell.run("run", "small", "--out", run, "--set", "factor=3", "--seed", "11");
    List<String> words =
        Pattern.compile("'([^']*)'|(\\S+)")
            .matcher(twin(run).get("again").get("command").asString())
            .results()
            .map(ReportCommandTest::word)
            .toList();
    assertThat(words).startsWith("sheaf", "run", "small");
    List<Object> again = new ArrayList<>(words.subList(1, words.size()));
    again.addAll(List.of("--out", folder.resolve("again")));
    assertThat(shell.run(again.toArray()).code()).isZero();
    assertThat(twin(folder.resolve("again")).get("head").get("plan"))
        .isEqualTo(twin(run).get("head").get("plan"));
  }

  private static String word(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void showsHostileNamesAndWordsAsTextAndHidesSecrets() throws IOException {
    Path run = folder.resolve("run");
    Shell real = new Shell(new BuiltIn());
    Shell.Said said =
        real.run(
            "run",
            "command",
            "--out",
            run,
            "--retries",
            "0",
            "--set",
            "print=false",
            "--",
            "sh",
            "-c",
            "printf '\\033[2J<script>alert(2)</script>'; exit 3",
            "--token",
            "hunter2",
            ":::",
            "<script>alert(1)</script>",
            "\u202eabc");
    assertThat(said.code()).as(said.err()).isEqualTo(1);
    for (String name : List.of("report.html", "report.json", "ro-crate-metadata.json")) {
      assertThat(Files.readString(run.resolve(name)))
          .as(name)
          .doesNotContain("hunter2", "\u001b")
          .contains("(hidden)");
    }
    assertThat(Files.readString(run.resolve("report.html"))).doesNotContain("<script", "\u202e");
    assertThat(page(run).select("h3").eachText()).contains("Commands");
    assertThat(page(run).select("main").text())
        .contains("<script>alert(1)</script>", "^[[2J<script>alert(2)</script>");
    assertThat(twin(run).get("again").get("is_whole").asBoolean()).isFalse();
  }

  @Test
  void whatKeepsItFromBeingWrittenCostsTheRunNothing() throws IOException {
    Path run = failing();
    Files.delete(run.resolve("report.html"));
    Files.createDirectories(run.resolve("report.html").resolve("in the way"));
    Shell.Said said = shell.run("retry", run);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("the report could not be written: ").contains("sheaf report ");
    assertThat(run.resolve("out").resolve("manifest.json")).isRegularFile();
    assertThat(shell.run("report", run).code()).isNotZero();
  }

  @Test
  void refusesWhatIsNoRun() throws IOException {
    Shell.Said said = shell.run("report", folder);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("is not a run directory");
    Path run = failing();
    Files.writeString(run.resolve("run.db"), "no database at all, but long enough to be read");
    Shell.Said corrupt = shell.run("report", run);
    assertThat(corrupt.code()).isNotZero();
    assertThat(corrupt.err()).contains("run.db is not a journal");
  }
}
