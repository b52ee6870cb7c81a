package io.sheaf.engine.plan;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// SHA-256 of things, in hexadecimal.
public final class Digest {
  private static final int BUFFER = 1 << 18;
  private static final MessageDigest PROTOTYPE = prototype();

  private Digest() {}

  public static String of(byte[] bytes) {
    return hex(sha256().digest(bytes));
  }

  /// Digest of a list of texts; no two different lists have the same bytes.
  public static String of(List<String> parts) {
    Stream stream = new Stream();
    parts.forEach(stream::add);
    return stream.digest();
  }

  /// Digest of texts that come one after the other. Confined to one thread.
  static final class Stream {
    private static final byte[][] LENGTHS =
        IntStream.range(0, 256).mapToObj(Stream::prefix).toArray(byte[][]::new);

    private final MessageDigest digest = sha256();

    void add(String part) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(bytes.length < LENGTHS.length ? LENGTHS[bytes.length] : prefix(bytes.length));
      digest.update(bytes);
    }

    private static byte[] prefix(int length) {
      return (length + ":").getBytes(StandardCharsets.UTF_8);
    }

    String digest() {
      return hex(digest.digest());
    }
  }

  /// Passes bytes on and knows their number and digest. Confined to one thread.
  public static final class Output extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private long bytes;

    public Output(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      out.write(buffer, offset, length);
      digest.update(buffer, offset, length);
      bytes += length;
    }

    public long bytes() {
      return bytes;
    }

    /// Of all bytes so far; called once.
    public String digest() {
      return hex(digest.digest());
    }
  }

  public static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return (MessageDigest) PROTOTYPE.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  /// Finding the algorithm takes longer than digesting a line.
  private static MessageDigest prototype() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
