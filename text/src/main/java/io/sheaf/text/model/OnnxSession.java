package io.sheaf.text.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A model in the ONNX format. Thread-safe.
final class OnnxSession implements AutoCloseable {
  private final String name;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final boolean forOne;

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
      this.forOne =
          session.getInputInfo().values().stream()
              .anyMatch(input -> ((TensorInfo) input.getInfo()).getShape()[0] == 1);
    } catch (OrtException e) {
      throw new IOException("%s cannot be loaded: %s".formatted(name, e.getMessage()), e);
    }
  }

  /// Whether it takes one text at a time only.
  boolean isForOne() {
    return forOne;
  }

  /// Asks about the pieces of texts, all of them equally, as of one sentence each.
  ///
  /// @param texts of as many pieces each
  /// @throws IOException if the model fails
  <T> T run(long[][] texts, Reader<T> reader) throws IOException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    open.readLock().lock();
    try {
      for (String input : session.getInputNames()) {
        inputs.put(input, tensor(input, texts));
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

  private OnnxTensor tensor(String input, long[][] texts) throws OrtException {
    long[] values = Stream.of(texts).flatMapToLong(LongStream::of).toArray();
    if (!input.equals("input_ids")) {
      Arrays.fill(values, input.equals("attention_mask") ? 1 : 0);
    }
    long[] shape = {texts.length, texts[0].length};
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
