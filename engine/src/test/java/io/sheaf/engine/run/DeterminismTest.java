package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.merge.Merge;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Shard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same bytes come out however the work is divided.
class DeterminismTest {
  @TempDir private Path temporary;
  private Sample sample;
  private Map<String, String> expected;

  @BeforeEach
  void runOnce() throws Exception {
    sample = new Sample(temporary, 9);
    sample.file(2, "fail");
    sample.start("reference", Sample.options(Shard.WHOLE, 1));
    expected = sample.out("reference");
  }

  @Test
  void writesTablesAndManifest() {
    assertThat(expected).containsOnlyKeys("failures.csv", "manifest.json", "sample_values.csv");
    assertThat(expected.get("sample_values.csv"))
        .startsWith("user,mode,row,value,even,note,rank_over_all\nu000,fine,0,-0.0,True,");
    assertThat(expected.get("failures.csv"))
        .isEqualTo(
            """
            unit,message
            user=u002/mode=fine,too few rows
            user=u002/mode=coarse,too few rows
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void isTheSameForAnyNumberOfWorkers(int workers) throws Exception {
    sample.start("other", Sample.options(Shard.WHOLE, workers));
    assertThat(sample.out("other")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 20})
  void isTheSameForAnyNumberOfShards(int count) throws Exception {
    List<RunSnapshot> shards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sample.start("shard" + i, Sample.options(new Shard(i, count), 2));
      shards.add(sample.snapshot("shard" + i));
    }
    Merge.write(shards.reversed(), RunDirectory.fresh(sample.path("merged")));
    assertThat(sample.out("merged")).isEqualTo(expected);
  }

  /// A control: were results free of the seed, the tests above would prove little.
  @Test
  void isAnotherForAnotherSeed() throws Exception {
    sample.start("other", "seed=8");
    assertThat(sample.out("other").get("sample_values.csv"))
        .isNotEqualTo(expected.get("sample_values.csv"));
  }

  @Test
  void holdsNoPathTimeOrHost() {
    assertThat(expected.values())
        .allSatisfy(
            content ->
                assertThat(content)
                    .doesNotContain(temporary.toString())
                    .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\dT"));
  }
}
