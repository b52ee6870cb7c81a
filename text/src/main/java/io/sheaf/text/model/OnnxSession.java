package io.sheaf.text.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A model in the ONNX format that is asked about one text at a time. Thread-safe.
final class OnnxSession implements AutoCloseable {
  private final String name;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /// A session that is closed while it runs may end the process.
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  /// Opens a model.
  @FunctionalInterface
  interface Opener {
    /// Opens it.
    OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  /// Reads what a model says.
  @FunctionalInterface
  interface Reader<T> {
    /// Reads its first result, which is gone afterwards.
    T read(OnnxTensor first) throws OrtException;
  }

  /// @param name as messages say it
  /// @throws IOException if it cannot be loaded
  OnnxSession(String name, int threads, Opener opener) throws IOException {
    this.name = name;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      this.session = opener.open(environment, options);
    } catch (OrtException e) {
      throw new IOException("%s cannot be loaded: %s".formatted(name, e.getMessage()), e);
    }
  }

  /// Asks about the pieces of a text, all of them equally, as of one sentence.
  ///
  /// @throws IOException if the model fails
  <T> T run(long[] pieces, Reader<T> reader) throws IOException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    open.readLock().lock();
    try {
      for (String input : session.getInputNames()) {
        inputs.put(input, tensor(input, pieces));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return reader.read((OnnxTensor) result.get(0));
      }
    } catch (OrtException e) {
      throw new IOException("%s: %s".formatted(name, e.getMessage()), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
      open.readLock().unlock();
    }
  }

  private OnnxTensor tensor(String input, long[] pieces) throws OrtException {
    long[] values = pieces;
    if (!input.equals("input_ids")) {
      values = new long[pieces.length];
      Arrays.fill(values, input.equals("attention_mask") ? 1 : 0);
    }
    long[] shape = {1, pieces.length};
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    } finally {
      open.writeLock().unlock();
    }
  }
}
