package io.sheaf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the sources must look like, beyond their format.
class StyleTest {
  /// Test methods that must at least be there, per module. Raise as tests are added; a test that
  /// vanishes is noticed.
  private static final Map<String, Integer> FEWEST_TESTS =
      Map.of(
          "engine",
          190,
          "info",
          125,
          "arc",
          30,
          "text",
          25,
          "workloads",
          160,
          "web",
          30,
          "cli",
          100,
          "rules",
          16);

  private static final int LONGEST_FILE = 600;
  private static final Pattern TEST =
      Pattern.compile("(?m)^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
  private static final Pattern SUPPRESSION =
      Pattern.compile("@SuppressWarnings|@SuppressFBWarnings|CHECKSTYLE[:.]OFF|//noinspection");

  @Test
  void noTestVanishes() throws IOException {
    Map<String, Long> found =
        Sources.java().stream()
            .filter(StyleTest::isTest)
            .collect(Collectors.groupingBy(Sources::module, Collectors.summingLong(this::tests)));
    FEWEST_TESTS.forEach(
        (module, fewest) ->
            assertThat(found.getOrDefault(module, 0L))
                .as("test methods of %s", module)
                .isGreaterThanOrEqualTo(fewest));
  }

  /// Another name is silently never run.
  @Test
  void everyClassWithTestsEndsInTest() throws IOException {
    assertThat(Sources.java())
        .filteredOn(file -> tests(file) > 0)
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.getFileName().toString()).endsWith("Test.java"));
  }

  @Test
  void everyRandomTestTakesItsSeed() throws IOException {
    Pattern unseeded =
        Pattern.compile("new (java\\.util\\.)?(SplittableRandom|Random)\\(\\)|Math\\.random\\(");
    assertThat(Sources.java())
        .filteredOn(StyleTest::isTest)
        .filteredOn(file -> !file.endsWith("StyleTest.java"))
        .filteredOn(file -> unseeded.matcher(read(file)).find())
        .isEmpty();
  }

  @Test
  void noFileIsTooLong() throws IOException {
    assertThat(Sources.java()).filteredOn(file -> lines(file) > LONGEST_FILE).isEmpty();
  }

  @Test
  void suppressionsAreRare() throws IOException {
    List<Path> sources =
        Sources.java().stream().filter(file -> !file.endsWith("StyleTest.java")).toList();
    long lines = sources.stream().mapToLong(StyleTest::lines).sum();
    long suppressions =
        sources.stream().mapToLong(file -> SUPPRESSION.matcher(read(file)).results().count()).sum();
    assertThat(suppressions)
        .as("suppressions in %d lines", lines)
        .isLessThanOrEqualTo(Math.max(1, lines / 1000));
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    List<Path> packages =
        Sources.java().stream()
            .filter(file -> !isTest(file) && !file.endsWith("module-info.java"))
            .map(Path::getParent)
            .distinct()
            .toList();
    assertThat(packages).hasSizeGreaterThan(10);
    assertThat(packages)
        .allSatisfy(
            directory ->
                assertThat(directory.resolve("package-info.java"))
                    .content()
                    .contains("@NullMarked"));
  }

  private long tests(Path file) {
    return TEST.matcher(read(file)).results().count();
  }

  private static boolean isTest(Path file) {
    return Sources.ROOT.relativize(file).startsWith(Sources.module(file) + "/src/test");
  }

  private static long lines(Path file) {
    return read(file).lines().count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
