package io.sheaf.web.serve;

/// A request that is not answered as its sender would like.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /// @param status of HTTP
  /// @param words for the sender: what is wrong, and what to do
  Refusal(int status, String words) {
    super(words, null, false, false);
    this.status = status;
  }

  static Refusal notFound(String what) {
    return new Refusal(404, what);
  }

  int status() {
    return status;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
