package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README tells people to type works.
class ReadmeTest {
  private static final Path README = Path.of(System.getProperty("sheaf.root", ".."), "README.md");
  private static final Pattern FOUND = Pattern.compile("k6_sound finds (\\d+) of (\\d+) planted");
  private static final Pattern FALSE_POSITIVES =
      Pattern.compile("k6_sound .* p <= 0.05 in (\\d+) of \\d+ .* ([0-9.]+), 3 s.e.");

  @TempDir private Path temporary;

  private final Shell shell = new Shell(new BuiltIn());

  @Test
  void itsCommandsWork() throws IOException {
    Path data = temporary.resolve("data");
    SyntheticCohort.write(new SyntheticCohort.Options(4, 700, 1, ColumnSet.MINIMAL, false), data);
    List<String> commands =
        Files.readAllLines(README).stream()
            .filter(line -> line.startsWith("./sheaf ") && !line.equals("./sheaf demo"))
            .map(line -> line.replaceFirst("^\\./sheaf ", "").replaceFirst("#.*", "").strip())
            .map(line -> line.replace("=DIR", "=" + data))
            .map(line -> line.replace("runs/mine", temporary.resolve("mine").toString()))
            .toList();
    assertThat(commands).hasSizeGreaterThan(4);
    for (String command : commands) {
      Shell.Said said = shell.run((Object[]) command.split(" +", -1));
      assertThat(said.code()).as("%s%n%s", command, said.err()).isZero();
    }
    assertThat(temporary.resolve("mine/out/per_user_cte.csv")).isRegularFile();
  }

  /// The demo finds what was planted, and nothing else beyond chance.
  @Test
  void theDemoShowsWhatItPromises() {
    Shell.Said said = shell.run("demo", "--out", temporary.resolve("demo"));
    assertThat(said.code()).as(said.err()).isZero();
    Matcher found = FOUND.matcher(said.out());
    assertThat(found.find()).as(said.out()).isTrue();
    assertThat(Integer.parseInt(found.group(1)))
        .isGreaterThanOrEqualTo((int) Math.ceil(0.9 * Integer.parseInt(found.group(2))));
    Matcher falsePositives = FALSE_POSITIVES.matcher(said.out());
    assertThat(falsePositives.find()).as(said.out()).isTrue();
    assertThat(Double.parseDouble(falsePositives.group(1)))
        .isLessThanOrEqualTo(Double.parseDouble(falsePositives.group(2)));
    assertThat(said.out()).contains("The lesson on bias");
  }
}
