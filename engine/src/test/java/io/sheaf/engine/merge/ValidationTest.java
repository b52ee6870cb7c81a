package io.sheaf.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.plan.Shard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is changed in a finished run is found.
class ValidationTest {
  @TempDir private Path temporary;
  private Sample sample;
  private Path out;

  @BeforeEach
  void run() throws Exception {
    sample = new Sample(temporary, 4);
    sample.start("run");
    out = sample.path("run").resolve("out");
  }

  private Map<String, List<String>> findings() throws Exception {
    return Validation.of(sample.snapshot("run"));
  }

  private static void edit(Path file, String what, String by) throws Exception {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }

  @Test
  void findsNothingInASoundRun() throws Exception {
    assertThat(findings()).containsOnlyKeys("run", "sample_values.csv", "manifest.json");
    assertThat(findings().values()).allMatch(List::isEmpty);
  }

  @Test
  void findsNothingInASoundShard() throws Exception {
    sample.start("shard", Sample.options(new Shard(1, 2), 1));
    assertThat(Validation.of(sample.snapshot("shard")).values()).allMatch(List::isEmpty);
  }

  @Test
  void findsAFileThatItsUnitDidNotMake() throws Exception {
    sample.file(1, "artefact");
    sample.start("files");
    Path file = sample.path("files").resolve("out/files/u001/fine.txt");
    Files.writeString(file, "another");
    assertThat(Validation.of(sample.snapshot("files")).get("files/u001/fine.txt"))
        .containsExactly("differs from what its unit made");
    Files.delete(file);
    assertThat(Validation.of(sample.snapshot("files")).get("files/u001/fine.txt"))
        .containsExactly("File not found");
  }

  @Test
  void findsAnEditedTable() throws Exception {
    edit(out.resolve("sample_values.csv"), "True", "False");
    assertThat(findings().get("sample_values.csv"))
        .containsExactly(
            "differs from its digest in manifest.json",
            "differs from what the journal's results come to");
  }

  @Test
  void findsATableEditedTogetherWithItsDigest() throws Exception {
    Path table = out.resolve("sample_values.csv");
    String before = io.sheaf.engine.plan.Digest.of(table);
    edit(table, "True", "False");
    edit(out.resolve("manifest.json"), before, io.sheaf.engine.plan.Digest.of(table));
    assertThat(findings().get("sample_values.csv")).hasSize(1);
    assertThat(findings().get("manifest.json")).hasSize(1);
  }

  @Test
  void findsADeletedTable() throws Exception {
    Files.delete(out.resolve("sample_values.csv"));
    assertThat(findings().get("sample_values.csv")).containsExactly("File not found");
  }

  @Test
  void findsAForeignFile() throws Exception {
    Files.writeString(out.resolve("extra.csv"), "");
    assertThat(findings().get("extra.csv")).containsExactly("belongs to no table of this run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"files\":3}", "\"x\"", "not JSON", "\u0000"})
  void findsAManifestThatIsNone(String content) throws Exception {
    Files.writeString(out.resolve("manifest.json"), content);
    assertThat(findings().get("manifest.json")).isNotEmpty();
  }

  @Test
  void findsBytesThatAreNoText() throws Exception {
    Files.write(out.resolve("manifest.json"), new byte[] {'{', (byte) 0xff, (byte) 0xfe});
    assertThat(findings().get("manifest.json")).isNotEmpty();
  }

  @Test
  void findsAMissingManifest() throws Exception {
    Files.delete(out.resolve("manifest.json"));
    assertThat(findings().get("manifest.json"))
        .containsExactly("File not found; the run is not complete");
  }

  @Test
  void findsAnEditedRecord() throws Exception {
    edit(sample.path("run").resolve("run.yaml"), "rows: 3", "rows: 4");
    assertThat(findings().get("run"))
        .containsExactly("run.yaml differs from the configuration that the plan was made with");
  }

  @Test
  void findsMissingUnits() throws Exception {
    var run = sample.snapshot("run");
    var without =
        new io.sheaf.engine.observe.RunSnapshot(
            run.directory(),
            run.record(),
            run.definition(),
            run.plan(),
            run.shard(),
            run.results().subList(1, 8));
    assertThat(Validation.of(without).get("run"))
        .contains("1 units have no result, first user=u000/mode=fine");
  }
}
