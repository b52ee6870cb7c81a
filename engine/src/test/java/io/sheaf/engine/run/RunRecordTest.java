package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.KeyType;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.SampleWorkload;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordTest {
  @TempDir private Path temporary;

  /// The value of a top-level line of `run.yaml`.
  static String line(Path run, String name) throws IOException {
    return Files.readAllLines(run.resolve("run.yaml")).stream()
        .filter(line -> line.startsWith(name + ": "))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        " ",
        "true",
        "null",
        "~",
        "no",
        "007",
        "0x1F",
        "1e5",
        "1_000",
        "1.50",
        "12:30:45",
        "2026-01-01",
        "- a",
        "a: b",
        "a #b",
        "#",
        "*a",
        "&a",
        "!tag",
        "two\nlines\n",
        "tab\there",
        "'",
        "\"",
        "{",
        "[a, b]",
        "%",
        "@",
        "|",
        ">",
        "é‖𝄞",
        "\u0085",
        "\u2028",
        "\u0007",
        "-0.0",
        ".inf"
      })
  void keepsEveryText(String text) throws Exception {
    List<Key> keys =
        List.of(
            Key.circumstance("text", KeyType.text(), null, ""),
            Key.result("texts", KeyType.listOf(KeyType.text()), List.of(), ""),
            Key.result("seed", KeyType.whole(0, 9), 1L, ""));
    Settings settings =
        new Configuration(keys)
            .set("text", text, "--text")
            .set("texts", List.of(text, text), "--texts")
            .settle();
    RunDirectory directory = new RunDirectory(temporary);
    Definition definition = new Definition("sample", new SampleWorkload(), settings);
    RunRecord.write(directory, definition, new Plan("f", 1, List.of()), Shard.WHOLE);
    Settings read = RunRecord.read(directory.record()).settings(keys, directory.record());
    assertThat(read.text("text")).isEqualTo(text);
    assertThat(read.texts("texts")).containsExactly(text, text);
    assertThat(read.differences(settings)).isEmpty();
  }

  @Test
  void tellsWhatWasAskedForAndWhere() throws Exception {
    Sample sample = new Sample(temporary, 2);
    sample.start("run", Sample.options(new Shard(1, 2), 1), "rows=5", "scale=0.1");
    RunRecord record = RunRecord.read(sample.path("run").resolve("run.yaml"));
    assertThat(record.workload()).isEqualTo("sample");
    assertThat(record.shard()).isEqualTo(new Shard(1, 2));
    assertThat(record.configuration()).containsEntry("rows", 5L).containsEntry("scale", 0.1);
    assertThat(Files.readString(sample.path("run").resolve("run.yaml")))
        .contains("rows: \"--set rows\"", "seed: \"default\"", "u001.txt: ");
  }

  /// A YAML reader gives up at some millions of characters; the journal has every input anyway.
  @Test
  void staysReadableForManyInputs() throws Exception {
    List<Unit> units =
        IntStream.range(0, 50_000)
            .mapToObj(
                i ->
                    new Unit(
                        "u" + i, "g", 1, Map.of(), List.of(new Input("f" + i, "0".repeat(64)))))
            .toList();
    RunDirectory directory = new RunDirectory(temporary);
    Definition definition = new Sample(temporary, 0).definition();
    RunRecord.write(directory, definition, new Plan("f", 1, units), Shard.WHOLE);
    assertThat(Files.size(directory.record())).isLessThan(1_000_000);
    assertThat(RunRecord.read(directory.record()).configuration()).containsKey("rows");
    assertThat(Files.readString(directory.record())).contains("count: \"50000\"");
  }

  @Test
  void refusesWhatIsNone() throws Exception {
    assertThatThrownBy(() -> RunRecord.read(temporary.resolve("run.yaml")))
        .isInstanceOf(NoSuchFileException.class);
    Path file = Files.writeString(temporary.resolve("run.yaml"), "rows: 3");
    assertThatThrownBy(() -> RunRecord.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("has no `name`");
  }
}
