package io.sheaf.engine.plan;

/// A unit that cannot be done for a reason its workload foresaw, such as too little data.
public final class UnitFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnitFailedException(String message) {
    super(message);
  }
}
