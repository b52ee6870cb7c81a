package io.sheaf.web.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What is sent back.
///
/// @param headers beside those that every answer has
/// @param length of the body in bytes
record Answer(int status, Map<String, String> headers, long length, Body body) {
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json; charset=utf-8";
  private static final String TYPE = "Content-Type";

  /// Writes the body.
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  static Answer text(int status, String type, String content) {
    return bytes(status, Map.of(TYPE, type), content.getBytes(StandardCharsets.UTF_8));
  }

  /// A file of ours, which never changes under its address.
  static Answer asset(String type, byte[] content) {
    return bytes(
        200, Map.of(TYPE, type, "Cache-Control", "private, max-age=31536000, immutable"), content);
  }

  /// A file of a run, to be kept and not shown: its content is not ours.
  static Answer download(Path file) throws IOException {
    String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._+=-]", "_");
    return new Answer(
        200,
        Map.of(
            TYPE,
            "application/octet-stream",
            "Content-Disposition",
            "attachment; filename=\"" + name + "\""),
        Files.size(file),
        out -> Files.copy(file, out));
  }

  /// A report, which holds its styles: its page may paint, and nothing else.
  static Answer report(Path file) throws IOException {
    return new Answer(
        200,
        Map.of(
            TYPE,
            HTML,
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none';"
                + " base-uri 'none'; form-action 'none'"),
        Files.size(file),
        out -> Files.copy(file, out));
  }

  /// Go there instead.
  static Answer elsewhere(String address) {
    return bytes(303, Map.of("Location", address), new byte[0]);
  }

  private static Answer bytes(int status, Map<String, String> headers, byte[] content) {
    return new Answer(status, headers, content.length, out -> out.write(content));
  }
}
