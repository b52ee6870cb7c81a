package io.sheaf.text.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether ONNX Runtime can run in this process.
final class OnnxRuntime {
  private static final String CLASS = "/ai/onnxruntime/OrtEnvironment.class";
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  /// Version 1.29.0 reads the command line into a buffer on Linux, and ends the process by a
  /// violation of memory where it does not fit: seen from 3,971 bytes on.
  private static final int LONGEST_COMMAND_LINE = 3_900;

  private OnnxRuntime() {}

  /// @throws IOException if it cannot; the message says why
  static void check() throws IOException {
    if (OnnxRuntime.class.getResource(CLASS) == null) {
      throw new IOException(
          "onnxruntime is on no class path; expected in lib/optional, where the build puts it");
    }
    if (Files.isReadable(COMMAND_LINE)) {
      check(Files.readAllBytes(COMMAND_LINE).length);
    }
  }

  static void check(int commandLineBytes) throws IOException {
    if (commandLineBytes > LONGEST_COMMAND_LINE) {
      throw new IOException(
          ("onnxruntime cannot run under a command line of %d bytes, expected at most %d; put"
                  + " settings into a file")
              .formatted(commandLineBytes, LONGEST_COMMAND_LINE));
    }
  }
}
