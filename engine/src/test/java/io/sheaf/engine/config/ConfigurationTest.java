package io.sheaf.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static final List<Key> KEYS =
      List.of(
          Key.circumstance("data_root", KeyType.text(), null, "directory"),
          Key.result("surrogates", KeyType.whole(1, 1000), 100L, "surrogates"),
          Key.result("alpha", KeyType.decimal(0, 1), 0.05, "level"),
          Key.result("strategy", KeyType.choice("AIS", "fixed"), "AIS", "how"),
          Key.result("taus", KeyType.listOf(KeyType.whole(1, 100)), List.of(1L), "lags"),
          Key.result("modes", KeyType.listOf(KeyType.text()), List.of("all"), "modes"),
          Key.result("k_selection.k_max", KeyType.whole(1, 1000), null, "greatest k"),
          Key.result("guard", KeyType.flag(), false, "guard"),
          Key.result("seed", KeyType.whole(0, Long.MAX_VALUE), 1L, "seed"),
          Key.result("features.sma", KeyType.text(), "[x]", "formula"),
          Key.result("features.*", KeyType.text(), null, "formulas"),
          Key.unused("jvm.xmx", "the launcher sets the heap"));

  private static Configuration configuration() {
    return new Configuration(KEYS);
  }

  private static Settings file(String yaml) {
    return configuration().file("my.yaml", yaml).settle();
  }

  private static void assertRefused(String yaml, String... parts) {
    assertThatThrownBy(() -> file(yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(parts)
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
  }

  @Test
  void hasDefaults() {
    Settings settings = configuration().settle();
    assertThat(settings.whole("surrogates")).isEqualTo(100);
    assertThat(settings.decimal("alpha")).isEqualTo(0.05);
    assertThat(settings.wholes("taus")).containsExactly(1);
    assertThat(settings.flag("guard")).isFalse();
    assertThat(settings.optionalWhole("k_selection.k_max")).isEmpty();
    assertThat(origin(settings, "alpha")).isEqualTo("default");
    assertThat(settings.values()).doesNotContainKeys("features.*", "jvm.xmx");
  }

  @Test
  void letsTheLaterLayerWinAndRemembersIt() {
    Configuration layers =
        configuration()
            .preset("k6", "surrogates: 200\nalpha: 0.1\nstrategy: fixed\nguard: true")
            .file("my.yaml", "# mine\nsurrogates: 300\nalpha: 0.2\nstrategy: AIS")
            .environment(Map.of("SHEAF_SURROGATES", "400", "SHEAF_ALPHA", "0.3", "OTHER", "x"))
            .set("surrogates=500");
    Settings settings = layers.settle();
    assertThat(settings.whole("surrogates")).isEqualTo(500);
    assertThat(origin(settings, "surrogates")).isEqualTo("--set surrogates");
    assertThat(settings.decimal("alpha")).isEqualTo(0.3);
    assertThat(origin(settings, "alpha")).isEqualTo("$SHEAF_ALPHA");
    assertThat(settings.text("strategy")).isEqualTo("AIS");
    assertThat(origin(settings, "strategy")).isEqualTo("my.yaml:4");
    assertThat(settings.flag("guard")).isTrue();
    assertThat(origin(settings, "guard")).isEqualTo("preset k6");
  }

  private static String origin(Settings settings, String name) {
    Settings.Value value = settings.values().get(name);
    return value == null ? "none" : value.origin().toString();
  }

  @Test
  void readsNestedAndDottedKeys() {
    assertThat(file("k_selection:\n  k_max: 6").whole("k_selection.k_max")).isEqualTo(6);
    assertThat(file("k_selection.k_max: 6").whole("k_selection.k_max")).isEqualTo(6);
    assertRefused("k_selection.k_max: 6\nk_selection:\n  k_max: 7", "my.yaml:3", "line 1");
  }

  @Test
  void namesAnUnknownKeyAndTheNearest() {
    assertRefused(
        "alpha: 0.1\nsurogates: 5",
        "my.yaml:2: unknown key `surogates`; did you mean `surrogates`?");
    assertThatThrownBy(() -> configuration().set("kmax=1"))
        .hasMessage("--set kmax: unknown key `kmax`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "surrogates: 0 | a whole number from 1 to 1000, found `0`",
        "surrogates: 1001 | found `1001`",
        "surrogates: 1.5 | found `1.5`",
        "surrogates: many | found `many`",
        "surrogates: [1, 2] | found `[1, 2]`",
        "surrogates: | found nothing",
        "alpha: 1.5 | a number from 0.0 to 1.0, found `1.5`",
        "alpha: .nan | a number from 0.0 to 1.0",
        "strategy: fixd | one of AIS, fixed, found `fixd`; did you mean `fixed`?",
        "taus: [1, 0] | a list, each a whole number from 1 to 100",
        "guard: 1 | true or false, found `1`",
        "seed: -1 | a whole number of at least 0"
      })
  void namesAWrongValue(String line, String message) {
    assertRefused(
        "# comment\n" + line,
        "my.yaml:2: `" + line.substring(0, line.indexOf(":")) + "`: expected ");
    assertRefused(line, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alpha: 0.1\\nalpha: 0.2 | my.yaml:2: `alpha` stands already in line 1",
        "alpha: &a 0.1\\nmodes: [*a] | my.yaml:2: aliases",
        "alpha: &a 0.1\\nmodes: *a | my.yaml:2: aliases",
        "- a | expected `key: value` lines",
        "just text | expected `key: value` lines",
        "alpha: 0.1\\n\\talpha: [ | my.yaml:2: not valid YAML",
        "alpha: [1 | not valid YAML",
        "seed: 99999999999999999999 | my.yaml:1",
        "taus: [{a: 1}] | my.yaml:1: expected a value",
        "taus: [1, ] | x",
        "alpha: 0.1\\n---\\nalpha: 0.2 | my.yaml:3: a second document",
        "alpha: !!js 0.1 | my.yaml:1: tags",
        "modes: !x [a] | my.yaml:1: tags",
        "features: {} | my.yaml:1: `features` is empty",
        "nothing: {} | my.yaml:1: `nothing` is empty"
      })
  void refusesYamlThatIsNotPlain(String escaped, String message) {
    String yaml = escaped.replace("\\n", "\n").replace("\\t", "\t");
    if (message.equals("x")) {
      assertThat(file(yaml).wholes("taus")).containsExactly(1);
    } else {
      assertRefused(yaml, message);
    }
  }

  @Test
  void readsNothingFromAnEmptyFile() {
    assertThat(file("").values()).isEqualTo(configuration().settle().values());
    assertThat(file("# only a comment\n").values()).isEqualTo(configuration().settle().values());
  }

  @Test
  void takesListsWithOrWithoutBrackets() {
    for (String text : List.of("taus=1,2", "taus=[1,2]", "taus=[1, 2]")) {
      assertThat(configuration().set(text).settle().wholes("taus")).containsExactly(1, 2);
    }
    assertThat(configuration().set("taus=3").settle().wholes("taus")).containsExactly(3);
    assertThat(file("taus: 3").wholes("taus")).containsExactly(3);
    Settings settings = configuration().environment(Map.of("SHEAF_TAUS", "4,5")).settle();
    assertThat(settings.wholes("taus")).containsExactly(4, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"007", "1e5", "1_000", "0x1F", "1.50", "True", "+1", "12:30", "a=b"})
  void keepsTextAsItIsWritten(String text) {
    assertThat(configuration().set("data_root=" + text).settle().text("data_root")).isEqualTo(text);
    assertThat(file("data_root: " + text).text("data_root")).isEqualTo(text);
    assertThat(configuration().set("modes=" + text + ",b").settle().texts("modes"))
        .containsExactly(text, "b");
    assertThat(file("features:\n  mine: " + text).family("features")).containsEntry("mine", text);
  }

  @Test
  void refusesWhatIsNoAssignment() {
    assertThatThrownBy(() -> configuration().set("=1")).hasMessageContaining("expected key=value");
    assertThatThrownBy(() -> configuration().set("alpha"))
        .hasMessageContaining("expected key=value");
  }

  @Test
  void readsFamilies() {
    Settings settings = file("features:\n  sma: '[y]'\n  mine.own: '[z] + 1'");
    assertThat(settings.family("features"))
        .containsOnly(Map.entry("sma", "[y]"), Map.entry("mine.own", "[z] + 1"));
    assertThat(settings.identity()).containsEntry("features.mine.own", "[z] + 1");
  }

  @Test
  void takesTheEnvironmentOfNestedKeys() {
    Settings settings =
        configuration().environment(Map.of("SHEAF_K_SELECTION__K_MAX", "9")).settle();
    assertThat(settings.whole("k_selection.k_max")).isEqualTo(9);
    assertThatThrownBy(() -> configuration().environment(Map.of("SHEAF_ALPHA", "two")))
        .hasMessageContaining("$SHEAF_ALPHA: `alpha`: expected a number");
  }

  @Test
  void givesNoticeOfUnusedKeys() {
    Configuration configuration = configuration().file("my.yaml", "jvm:\n  xmx: 12g");
    assertThat(configuration.notices())
        .containsExactly("my.yaml:2: `jvm.xmx` has no effect: the launcher sets the heap");
    assertThat(configuration.settle().values()).doesNotContainKey("jvm.xmx");
  }

  @Test
  void namesDifferencesInResultsOnly() {
    Settings mine = configuration().set("alpha=0.1").set("data_root=a").settle();
    Settings theirs =
        configuration().set("data_root=b").set("k_selection.k_max=3").set("taus=1,2").settle();
    assertThat(mine.differences(theirs))
        .containsExactly(
            "alpha: 0.1 -> 0.05", "k_selection.k_max: (not set) -> 3", "taus: [1] -> [1, 2]");
    assertThat(mine.differences(mine)).isEmpty();
  }

  @Test
  void tellsListsApartThatReadAlike() {
    Settings one = configuration().set("modes", List.of("a, b"), "--modes").settle();
    Settings two = configuration().set("modes", List.of("a", "b"), "--modes").settle();
    assertThat(one.differences(two)).hasSize(1);
  }

  @Test
  void readsBackWhatWasRecorded() {
    Settings settings =
        configuration().set("alpha=0.1").set("taus=1,2").set("features.x=[a]").settle();
    Map<String, @Nullable Object> recorded = new LinkedHashMap<>();
    settings.values().forEach((name, value) -> recorded.put(name, value.value()));
    Settings read = configuration().recorded("run.yaml", recorded).settle();
    assertThat(read.identity()).isEqualTo(settings.identity());
    assertThat(origin(read, "alpha")).isEqualTo("run.yaml");
  }

  @Test
  void saysWhatIsNotSet() {
    Settings settings = configuration().settle();
    assertThatThrownBy(() -> settings.text("data_root"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("`data_root` is not set; give it with --set data_root=VALUE");
    assertThat(configuration().set("seed=9223372036854775807").settle().seed())
        .isEqualTo(Long.MAX_VALUE);
  }
}
