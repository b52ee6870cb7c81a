package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.observe.RunView;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchModelTest {
  private final WatchModel model = new WatchModel();

  @BeforeEach
  void threeRuns() {
    model.update(
        List.of(
            WatchTextTest.run("ab", RunView.State.RUNNING, 53),
            WatchTextTest.run("cd", RunView.State.RUNNING, 20),
            WatchTextTest.run("ef", RunView.State.DEAD, 3)));
  }

  @Test
  void filtersAsOneTypes() {
    keys("/", "c", "x", "\u007f", "d");
    assertThat(screen()).anyMatch(line -> line.startsWith("filter: cd_"));
    assertThat(screen()).noneMatch(line -> line.contains("user=ab"));
    keys("\r");
    assertThat(screen()).anyMatch(line -> line.contains("user=cd/mode=composite"));
    keys("\u001b");
    assertThat(screen()).anyMatch(line -> line.contains("user=ab"));
  }

  @Test
  void sortsByState() {
    assertThat(screen().get(2)).startsWith("ab");
    keys("s");
    assertThat(screen().getFirst()).contains("worst state first");
    assertThat(screen().get(2)).startsWith("ef");
  }

  @Test
  void choosesAUnitAndShowsItsLog() {
    keys("j", "j", "j");
    assertThat(model.chosen()).hasValueSatisfying(one -> assertThat(one.unit()).contains("cd"));
    assertThat(screen()).anyMatch(line -> line.startsWith("> user=cd"));
    assertThat(model.key("\r")).isEqualTo(WatchModel.Wish.OPEN);
    model.open("user=cd", List.of("attempt 1", "evil \u001b[2J line"));
    assertThat(screen()).contains("attempt 1", "evil  [2J line");
    keys("\u001b");
    assertThat(screen()).noneMatch(line -> line.equals("attempt 1"));
    keys("k");
    assertThat(model.chosen()).hasValueSatisfying(one -> assertThat(one.unit()).contains("ab"));
  }

  @Test
  void looksForAUnitThatIsNotUnderWay() {
    keys("/", "zz", "\r");
    assertThat(screen()).anyMatch(line -> line.contains("enter looks for a unit named zz"));
    assertThat(model.key("\r")).isEqualTo(WatchModel.Wish.OPEN);
    assertThat(model.chosen()).hasValueSatisfying(one -> assertThat(one.unit()).isEqualTo("zz"));
  }

  @Test
  void pausesRefreshesAndQuits() {
    assertThat(model.key("p")).isEqualTo(WatchModel.Wish.NOTHING);
    assertThat(model.isPaused()).isTrue();
    assertThat(screen().getFirst()).contains("PAUSED");
    assertThat(model.key("r")).isEqualTo(WatchModel.Wish.REFRESH);
    assertThat(model.key("q")).isEqualTo(WatchModel.Wish.QUIT);
  }

  @ParameterizedTest
  @CsvSource({"80, 24", "200, 50", "40, 10", "80, 12"})
  void fillsTheScreenAndNoMore(int columns, int rows) {
    List<String> lines = model.render(WatchTextTest.text(columns, false), rows);
    assertThat(lines).hasSize(rows);
    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
  }

  private void keys(String... keys) {
    for (String key : keys) {
      assertThat(model.key(key)).isEqualTo(WatchModel.Wish.NOTHING);
    }
  }

  private List<String> screen() {
    return model.render(WatchTextTest.text(120, false), 40);
  }
}
