package io.sheaf.cli;

/// Colours for a terminal, or none.
record Paint(boolean isOn) {
  String green(String text) {
    return with("32", text);
  }

  String yellow(String text) {
    return with("33", text);
  }

  String red(String text) {
    return with("31", text);
  }

  String bold(String text) {
    return with("1", text);
  }

  String faint(String text) {
    return with("2", text);
  }

  String inverse(String text) {
    return with("7", text);
  }

  private String with(String code, String text) {
    return isOn && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
