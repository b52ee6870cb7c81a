package io.sheaf.engine.run;

import io.sheaf.engine.journal.Prediction;
import io.sheaf.engine.journal.Sample;
import io.sheaf.engine.schedule.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The heartbeat of a run: once a second the status, and what the processes use. Confined to one
/// thread.
final class Pulse {
  private static final long INTERVAL_MILLIS = 1000;
  private static final int MOST_SAMPLES = 600;

  private final Outputs outputs;
  private final StatusFile status;
  private final long beganMillis = System.currentTimeMillis();
  private final ProcessSampler sampler;
  private final Forecasts forecasts = new Forecasts(beganMillis);
  private List<Sample> latest = List.of();
  private long lastNanos = System.nanoTime() - INTERVAL_MILLIS * 1_000_000;
  private long sampledMillis;

  Pulse(Outputs outputs) {
    this.outputs = outputs;
    this.status = new StatusFile(outputs.directory().status());
    this.sampler = new ProcessSampler(new GpuMemory(System.getenv().getOrDefault("PATH", "")));
  }

  /// Beats, unless the last time is less than a second ago. The clock may be set back meanwhile.
  void beat(
      Progress progress,
      Supplier<List<StatusFile.Current>> current,
      Supplier<Map<String, Long>> processes)
      throws IOException {
    long nanos = System.nanoTime();
    if (nanos - lastNanos < INTERVAL_MILLIS * 1_000_000) {
      return;
    }
    lastNanos = nanos;
    long now = System.currentTimeMillis();
    sample(processes.get(), now);
    Optional<Prediction> prediction = forecasts.note(progress.remaining(), now);
    if (prediction.isPresent()) {
      outputs.journal().predicted(prediction.get());
    }
    outputs.log().flush();
    outputs.log().check();
    status.write(StatusFile.State.RUNNING, progress, current.get(), latest);
  }

  /// The status that stays.
  void last(StatusFile.State state, Progress progress) throws IOException {
    status.write(state, progress, List.of(), List.of());
  }

  /// Says how many forecasts of the end came true.
  void judgeForecasts() throws IOException {
    if (!forecasts.isEmpty()) {
      long now = System.currentTimeMillis();
      String coverage = forecasts.coverage(now);
      outputs.log().info(coverage);
      outputs.journal().event(now, "forecasts", coverage);
    }
  }

  /// Looks at the processes; their record grows thinner as the run grows longer.
  private void sample(Map<String, Long> processes, long now) throws IOException {
    latest = sampler.samples(processes, now);
    if (now - sampledMillis >= (now - beganMillis) / MOST_SAMPLES) {
      sampledMillis = now;
      for (Sample one : latest) {
        outputs.journal().sampled(one);
      }
    }
  }
}
