package io.sheaf.engine.plan;

/// A unit that cannot be done for a reason its workload foresaw, such as too little data.
public final class UnitFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean worthRetrying;
  private final String detail;

  /// Another attempt would fail likewise.
  public UnitFailedException(String message) {
    this(message, false, "");
  }

  private UnitFailedException(String message, boolean worthRetrying, String detail) {
    super(message);
    this.worthRetrying = worthRetrying;
    this.detail = detail;
  }

  /// Another attempt may succeed: it is made as after an unforeseen fault.
  ///
  /// @param message what stands in the results
  /// @param detail what only the log holds
  public static UnitFailedException worthRetrying(String message, String detail) {
    return new UnitFailedException(message, true, detail);
  }

  public boolean isWorthRetrying() {
    return worthRetrying;
  }

  public String detail() {
    return detail;
  }
}
