package io.sheaf.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final Unit UNIT =
      new Unit("id", "group", 1, Map.of("p", "1"), List.of(new Input("file", "aa")));

  private static Plan plan(Unit... units) {
    return new Plan("fingerprint", 1, List.of(units));
  }

  /// Ten groups of three units, in group order.
  private static Plan tenGroups() {
    return plan(
        IntStream.range(0, 30)
            .mapToObj(i -> new Unit("u" + i, "g" + i / 3, 1, Map.of(), List.of()))
            .toArray(Unit[]::new));
  }

  @Test
  void shardsByGroupModulo() {
    Plan plan = tenGroups();
    List<String> groups =
        IntStream.range(0, 30)
            .filter(unit -> new Shard(0, 4).holds(plan, unit))
            .mapToObj(unit -> plan.units().get(unit).group())
            .distinct()
            .toList();
    assertThat(groups).containsExactly("g0", "g4", "g8");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 10, 11, 1000})
  void shardsAreDisjointAndComplete(int count) {
    Plan plan = tenGroups();
    List<Integer> held = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Shard shard = new Shard(i, count);
      IntStream.range(0, 30).filter(unit -> shard.holds(plan, unit)).forEach(held::add);
    }
    assertThat(held).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void countsGroupsInTheOrderOfTheirFirstUnit() {
    Plan plan =
        plan(
            new Unit("a", "y", 1, Map.of(), List.of()),
            new Unit("b", "x", 1, Map.of(), List.of()),
            new Unit("c", "y", 1, Map.of(), List.of()));
    assertThat(IntStream.range(0, 3).map(plan::group)).containsExactly(0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "4/4", "-1/4", "0/0", "1/ 2", "1/2/3", "a/b", "99999999999/2", "٠/٤"})
  void refusesWhatIsNoShard(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("shard")
        .hasMessageContaining("expected I/N");
  }

  @Test
  void readsShards() {
    assertThat(Shard.parse("3/4")).isEqualTo(new Shard(3, 4)).hasToString("3/4");
    assertThat(Shard.parse("0/1").isWhole()).isTrue();
  }

  @Test
  void refusesTwoUnitsOfOneId() {
    assertThatThrownBy(() -> plan(UNIT, UNIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two units have the id id");
  }

  @Test
  void identifiesAUnitByEverythingItsResultDependsOn() {
    Plan plan = plan(UNIT);
    List<Plan> others =
        List.of(
            new Plan("other", 1, List.of(UNIT)),
            plan(new Unit("other", "group", 1, UNIT.parameters(), UNIT.inputs())),
            plan(new Unit("id", "other", 1, UNIT.parameters(), UNIT.inputs())),
            plan(new Unit("id", "group", 1, Map.of("p", "2"), UNIT.inputs())),
            plan(new Unit("id", "group", 1, Map.of("q", "1"), UNIT.inputs())),
            plan(new Unit("id", "group", 1, UNIT.parameters(), List.of(new Input("file", "ab")))),
            plan(new Unit("id", "group", 1, UNIT.parameters(), List.of(new Input("name", "aa")))),
            plan(new Unit("id", "group", 1, UNIT.parameters(), List.of())));
    assertThat(others)
        .extracting(other -> other.key(0))
        .doesNotHaveDuplicates()
        .doesNotContain(plan.key(0));
    assertThat(others)
        .extracting(Plan::digest)
        .doesNotHaveDuplicates()
        .doesNotContain(plan.digest());
  }

  @Test
  void tellsAParameterFromAnInput() {
    Unit parameter = new Unit("id", "group", 1, Map.of("a", "b"), List.of());
    Unit input = new Unit("id", "group", 1, Map.of(), List.of(new Input("a", "b")));
    assertThat(plan(parameter).key(0)).isNotEqualTo(plan(input).key(0));
  }

  @Test
  void tellsSeedsAndOrdersApart() {
    Unit other = new Unit("other", "group", 1, Map.of(), List.of());
    assertThat(new Plan("f", 1, List.of(UNIT)).digest())
        .isNotEqualTo(new Plan("f", 2, List.of(UNIT)).digest());
    assertThat(plan(UNIT, other).digest()).isNotEqualTo(plan(other, UNIT).digest());
  }

  @Test
  void identifiesAUnitWhateverItsWeight() {
    Unit heavier = new Unit("id", "group", 2, UNIT.parameters(), UNIT.inputs());
    assertThat(plan(heavier).digest()).isEqualTo(plan(UNIT).digest());
  }

  /// A digest that changes makes every recorded run a stranger; raise the versions if it must.
  @Test
  void keepsItsFingerprint() {
    assertThat(plan(UNIT).digest())
        .isEqualTo("29c9d7ced67b7b9e0d120a49631a0d0194f5aa7c7d4e3b27a10749a56bd9ad7c");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-200, 1e200})
  void refusesWeights(double weight) {
    assertThatThrownBy(() -> new Unit("id", "group", weight, Map.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight = " + weight);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\rb", "\u001b[31m", "a\u0085b"})
  void refusesIdsThatAreNoReadableLine(String id) {
    assertThatThrownBy(() -> new Unit(id, "group", 1, Map.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id");
  }

  @Test
  void namesAMissingParameter() {
    assertThat(UNIT.parameter("p")).isEqualTo("1");
    assertThatThrownBy(() -> UNIT.parameter("q"))
        .hasMessageContaining("unit id has no parameter q");
  }
}
