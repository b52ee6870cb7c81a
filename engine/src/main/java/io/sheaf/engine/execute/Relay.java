package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import java.util.Optional;

/// Tells a pool's listener what a unit on a thread of this process says.
record Relay(Assignment attempt, PoolListener listener) implements UnitEvents {
  @Override
  public void saved(byte[] state) {
    listener.saved(attempt, state);
  }

  @Override
  public Optional<byte[]> restored() {
    return listener.restored(attempt);
  }

  @Override
  public void advanced(long done, long total) {
    listener.advanced(attempt, done, total);
  }

  @Override
  public void defect(String trace) {
    listener.defect(attempt, trace);
  }

  @Override
  public void notice(String line) {
    listener.notice(line);
  }
}
