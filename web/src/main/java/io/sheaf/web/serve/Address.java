package io.sheaf.web.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses of pages.
final class Address {
  private Address() {}

  static String run(String run) {
    return "/runs/" + part(run);
  }

  /// A page of a run: `units`, `results`, `stop`.
  static String run(String run, String page) {
    return run(run) + "/" + page;
  }

  static String unit(String run, String unit) {
    return run(run, "unit") + "?id=" + word(unit);
  }

  /// What programs read about a run.
  static String api(String run, String what) {
    return "/api/runs/" + part(run) + "/" + what;
  }

  /// The file of a run's `out/`.
  static String file(String run, String name) {
    return run(run, "out") + "/" + part(name);
  }

  /// A part of a path; `.` and `..` would be taken away on the way.
  private static String part(String text) {
    return text.equals(".") ? "-" : word(text).replace("+", "%20");
  }

  /// A value in a query.
  static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
