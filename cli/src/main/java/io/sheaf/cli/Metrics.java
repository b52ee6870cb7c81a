package io.sheaf.cli;

import com.sun.net.httpserver.HttpServer;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The state of a run for Prometheus: in a file for the node exporter's text-file collector, or at
/// `http://127.0.0.1:PORT/metrics`. Renewed once a second. Confined to the coordinator's thread.
///
/// @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
///   formats</a>
final class Metrics implements Follower {
  private static final long INTERVAL_NANOS = 1_000_000_000L;

  private final String run;
  private final LongSupplier nanos;
  private final Consumer<String> complain;
  private final Optional<Path> file;
  private final Optional<HttpServer> server;
  private volatile String text = "";
  private Optional<Progress> latest = Optional.empty();
  private long lastNanos;
  private boolean complained;

  private Metrics(
      String run,
      LongSupplier nanos,
      Consumer<String> complain,
      Optional<Path> file,
      Optional<HttpServer> server) {
    this.run = run;
    this.nanos = nanos;
    this.complain = complain;
    this.file = file;
    this.server = server;
    this.lastNanos = nanos.getAsLong() - INTERVAL_NANOS;
  }

  /// Opens them.
  ///
  /// @param where a file, or `:PORT`
  /// @param run its directory, which becomes a label
  /// @param complain is told once if the file cannot be written
  static Metrics open(String where, String run, LongSupplier nanos, Consumer<String> complain)
      throws IOException {
    if (!where.startsWith(":")) {
      return new Metrics(run, nanos, complain, Optional.of(Path.of(where)), Optional.empty());
    }
    if (!where.matches(":\\d{1,5}") || Integer.parseInt(where.substring(1)) > 65_535) {
      throw new ConfigurationException("--metrics " + where + ": expected FILE or :PORT");
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(where.substring(1))),
            0);
    Metrics metrics = new Metrics(run, nanos, complain, Optional.empty(), Optional.of(server));
    server.createContext(
        "/metrics",
        exchange -> {
          try (exchange) {
            byte[] bytes = metrics.text.getBytes(StandardCharsets.UTF_8);
            exchange
                .getResponseHeaders()
                .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    return metrics;
  }

  /// Where it answers, if it does.
  Optional<Integer> port() {
    return server.map(one -> one.getAddress().getPort());
  }

  @Override
  public void progress(Progress progress) {
    latest = Optional.of(progress);
    if (nanos.getAsLong() - lastNanos >= INTERVAL_NANOS) {
      renew("running");
    }
  }

  @Override
  public void failed(String unit, String message) {}

  @Override
  public void ended(String state, String line) {
    renew(state);
  }

  @Override
  public void close() {
    server.ifPresent(one -> one.stop(0));
  }

  private void renew(String state) {
    lastNanos = nanos.getAsLong();
    latest.ifPresent(progress -> text = text(progress, state));
    file.ifPresent(this::write);
  }

  /// Aside and renamed, for the collector reads when it likes.
  private void write(Path path) {
    Path aside = path.resolveSibling("." + path.getFileName() + ".part");
    try {
      Files.writeString(aside, text);
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!complained) {
        complained = true;
        complain.accept("metrics cannot be written: " + Complaints.line(e));
      }
    }
  }

  private String text(Progress progress, String state) {
    StringBuilder out = new StringBuilder();
    gauge(out, "units", "Units of this run by what became of them.");
    value(out, "units", "state=\"done\"", (double) progress.done());
    value(out, "units", "state=\"failed\"", (double) progress.failed());
    value(out, "units", "state=\"running\"", progress.running());
    long waiting = progress.total() - progress.done() - progress.failed() - progress.running();
    value(out, "units", "state=\"waiting\"", (double) Math.max(0, waiting));
    gauge(out, "units_per_second", "Units that ended a second, over this process.");
    value(out, "units_per_second", "", progress.unitsPerSecond());
    gauge(out, "elapsed_seconds", "Time since this process began.");
    value(out, "elapsed_seconds", "", progress.elapsed().toMillis() / 1e3);
    gauge(out, "remaining_seconds", "Time left, one in ten ends sooner than low, later than high.");
    progress.remaining().ifPresent(range -> remaining(out, range));
    gauge(out, "cpu_seconds", "Processor time of the coordinator.");
    Optional<Duration> cpu = ProcessHandle.current().info().totalCpuDuration();
    cpu.ifPresent(time -> value(out, "cpu_seconds", "", time.toMillis() / 1e3));
    gauge(out, "run_state", "1 for the state the run is in.");
    value(out, "run_state", "state=\"" + state + "\"", 1);
    gauge(out, "heartbeat_seconds", "When this was written, seconds of the epoch.");
    value(out, "heartbeat_seconds", "", System.currentTimeMillis() / 1e3);
    return out.toString();
  }

  private void remaining(StringBuilder out, TimeRange range) {
    value(out, "remaining_seconds", "bound=\"low\"", range.low().toMillis() / 1e3);
    value(out, "remaining_seconds", "bound=\"high\"", range.high().toMillis() / 1e3);
  }

  private static void gauge(StringBuilder out, String name, String help) {
    out.append("# HELP sheaf_%s %s%n# TYPE sheaf_%s gauge%n".formatted(name, help, name));
  }

  private void value(StringBuilder out, String name, String label, double value) {
    String escaped = run.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    out.append(
            "sheaf_%s{run=\"%s\"%s} ".formatted(name, escaped, label.isEmpty() ? "" : "," + label))
        .append(
            value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value))
        .append('\n');
  }
}
