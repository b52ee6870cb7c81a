package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.schedule.Progress;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayTest {
  private static final String CLEAR = "\r\u001b[K";

  private final StringWriter err = new StringWriter();
  private final Console console = new Shell().onTerminal(80).console(new StringWriter(), err);
  private long nanos;

  private static Progress done(long done) {
    return new Progress(done, 0, 9, 2, Duration.ZERO, 0, Optional.empty());
  }

  private void pass(double seconds) {
    nanos += (long) (seconds * 1e9);
  }

  @Test
  void plainSaysALineEveryTenSecondsAndTheLast() {
    Display display = new PlainDisplay(console, () -> nanos);
    for (int i = 0; i < 9; i++) {
      display.progress(done(i));
      pass(4);
    }
    display.progress(done(9));
    display.close();
    assertThat(err.toString().lines().map(line -> line.substring(7, 10)))
        .containsExactly("3/9", "6/9", "9/9");
  }

  @Test
  void jsonSaysChangesAtMostOnceASecond() {
    Display display = new JsonDisplay(console.err(), () -> nanos);
    display.progress(done(1));
    pass(2);
    display.progress(done(1));
    display.progress(done(2));
    display.progress(done(3));
    display.close();
    display.close();
    assertThat(err.toString().lines().map(line -> line.substring(0, 29)))
        .containsExactly(
            "{\"event\":\"progress\",\"done\":1,",
            "{\"event\":\"progress\",\"done\":2,",
            "{\"event\":\"progress\",\"done\":3,");
  }

  @Test
  void barKeepsNoticesAboveItself() {
    Display display = new BarDisplay(console, () -> nanos);
    display.progress(done(1));
    String bar = err.toString().substring(CLEAR.length());
    display.notice("hello");
    display.close();
    assertThat(err.toString())
        .isEqualTo(
            CLEAR
                + bar
                + CLEAR
                + "sheaf: hello%n".formatted()
                + bar
                + CLEAR
                + bar
                + "%n".formatted());
  }

  @Test
  void showsFewOfManyFailures() {
    Display display = new FewFailures(new QuietDisplay(console));
    for (int i = 0; i < 50; i++) {
      display.failed("unit " + i, "no");
    }
    display.close();
    assertThat(err.toString().lines())
        .hasSize(21)
        .last()
        .asString()
        .contains("logs/errors.log only");
  }
}
