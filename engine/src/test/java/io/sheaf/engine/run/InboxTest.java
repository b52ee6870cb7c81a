package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final int TRIALS = 50;

  /// There is something, and more is waited for.
  @Test
  void anInterruptLosesNoNews() throws InterruptedException {
    int met = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Inbox inbox = new Inbox(Map.of());
      inbox.notice("news");
      Thread other = interrupterOf(Thread.currentThread());
      assertThat(inbox.await(1000, 2)).containsExactly(new News.Notice("news"));
      met += Thread.interrupted() ? 1 : 0;
      while (other.isAlive()) {
        LockSupport.parkNanos(100_000);
      }
      Thread.interrupted();
    }
    assertThat(met).as("interrupts while it waited for more").isPositive();
  }

  /// Interrupts a thread once it waits for some time.
  private static Thread interrupterOf(Thread waiting) {
    return Thread.ofPlatform()
        .start(
            () -> {
              while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              waiting.interrupt();
            });
  }

  @Test
  void anInterruptEndsWaitingForTheFirst() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Inbox(Map.of()).await(1000, 1))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
