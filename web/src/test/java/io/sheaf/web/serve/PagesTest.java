package io.sheaf.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pages and answers say, read without a browser and so without scripts.
class PagesTest {
  private static final String UNIT = "/runs/mixed/unit?id=unit%3D0000002";

  @TempDir private static Path runs;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    Served.run(runs.resolve("mixed"), "units=120", "failing=0.3", "rows=2", "output_bytes=10");
    Path corrupt = Files.createDirectories(runs.resolve("corrupt"));
    Files.writeString(corrupt.resolve("run.yaml"), "name: x");
    Files.writeString(corrupt.resolve("run.db"), "no journal");
    Files.createDirectories(runs.resolve("foreign"));
    served = new Served(runs, Optional.empty());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void listsRunsAndSaysWhatCannotBeRead() throws IOException, InterruptedException {
    assertThat(served.page("/"))
        .contains("<a href=\"/runs/mixed\">mixed</a>", "120 / 120", "state failed")
        .contains("corrupt cannot be read", "state unreadable")
        .doesNotContain("foreign");
    assertThat(served.page("/runs/corrupt")).contains("This run cannot be read");
  }

  @Test
  void aRunHasItsProblemsInWordsAndItsTables() throws IOException, InterruptedException {
    assertThat(served.page("/runs/mixed"))
        .contains("units failed", "sheaf retry " + runs.toRealPath().resolve("mixed"))
        .contains("<caption>Processes and workers</caption>", "worker-1", "worker-2")
        .contains("<caption>Time by phase</caption>", "all units")
        .contains("<dt>units</dt><dd>120</dd>", "<noscript>");
  }

  @Test
  void unitsAreFoundOnTheServer() throws IOException, InterruptedException {
    String found = served.page("/runs/mixed/units?q=00001&sort=-wall");
    assertThat(found).contains("32 of 120 units", "unit=0000119").doesNotContain(">unit=0000055<");
    assertThat(served.page("/runs/mixed/units?state=faults&page=0"))
        .contains("state failed")
        .doesNotContain("<td class=\"text\"><span class=\"state done\">");
    assertThat(served.page("/runs/mixed/units?page=2"))
        .contains(">unit=0000120<", "Page 3 of 3")
        .doesNotContain(">unit=0000100<");
  }

  @Test
  void aUnitTellsItsAttemptsAndOutputs() throws IOException, InterruptedException {
    assertThat(served.page(UNIT))
        .contains("first run", "worker-", "attempt 1 done after")
        .contains("href=\"/runs/mixed/out/unit%3D0000002.txt\"");
    assertThat(served.page("/runs/mixed/out/unit%3D0000002.txt")).hasSize(10);
    assertThat(served.page("/runs/mixed/unit?id=unit%3D000000x")).contains("did you mean");
  }

  @Test
  void resultsAreTheTables() throws IOException, InterruptedException {
    assertThat(served.page("/runs/mixed/results?table=errors"))
        .contains("it was to fail", ">error</a></th>");
    assertThat(served.page("/runs/mixed/results?table=noop&q=0000002&sort=-row"))
        .contains("2 rows", "row ▼</a>", "value=\"0000002\"", "sort=row\"")
        .containsPattern("(?s)unit=0000002</span></th><td[^>]*><span>1<.*unit=0000002</span>");
    assertThat(served.status("/runs/mixed/results?table=noop&sort=none")).isEqualTo(404);
    assertThat(served.status("/runs/mixed/results?table=none")).isEqualTo(404);
  }

  @Test
  void programsAreAnsweredInJson() throws IOException, InterruptedException {
    assertThat(served.page("/api/runs")).startsWith("{\"time\":").contains("\"total\":120");
    for (String what : List.of("", "units", "stream", "curves", "profile", "table?name=noop")) {
      assertThat(served.page("/api/runs/mixed/" + what)).as(what).startsWith("{").endsWith("}");
    }
    assertThat(served.page("/api/runs/mixed/units?state=failed&q=0000"))
        .contains("\"state\":\"failed\"", "\"total\":120");
    assertThat(served.page("/api/runs/mixed/table?name=noop&q=0000002&sort=-row"))
        .contains("\"rows\":2", "[[\"unit=0000002\",\"1\"");
    assertThat(served.page("/api/runs/none"))
        .isEqualTo("{\"error\":\"there is no run none here\"}");
  }

  /// Style sheets, scripts, icon, and the run's page itself.
  @Test
  void aPageWeighsLittle() throws IOException, InterruptedException {
    String page = served.page("/runs/mixed");
    long bytes = page.length();
    List<String> assets =
        Pattern.compile("\"(/assets/[^\"]+)\"")
            .matcher(page)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(assets).hasSize(8);
    for (String asset : assets) {
      bytes += served.page(asset).length();
    }
    assertThat(bytes).isLessThan(150_000);
  }

  @Test
  void lookingChangesNothing() throws IOException, InterruptedException {
    List<String> before = files();
    served.page("/runs/mixed");
    served.page("/api/runs/mixed/stream");
    assertThat(files()).isEqualTo(before);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(runs.resolve("mixed"))) {
      return files
          .filter(file -> !file.toString().contains("run.db-"))
          .map(Path::toString)
          .toList();
    }
  }
}
