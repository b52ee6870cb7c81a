package io.sheaf.web.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunListener;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.workloads.noop.NoopWorkload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;

/// A dashboard over runs that do nothing, and a client.
final class Served implements AutoCloseable {
  static final String TOKEN = "a-token-for-tests-0123456789";

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Dashboard dashboard;

  Served(Path runs, Optional<Control> control) throws IOException {
    dashboard =
        Dashboard.open(
            runs,
            Served::workload,
            new Dashboard.Options(InetAddress.getLoopbackAddress(), 0, false, TOKEN, control),
            _ -> {});
  }

  static Workload workload(String name) {
    assertThat(name).isEqualTo("noop");
    return new NoopWorkload();
  }

  static void run(Path directory, String... settings) throws IOException {
    Configuration configuration = new Configuration(new NoopWorkload().keys());
    for (String one : settings) {
      configuration.set(one);
    }
    RunListener silent =
        new RunListener() {
          @Override
          public void notice(String line) {}

          @Override
          public void progress(Progress progress) {}

          @Override
          public void failed(String unit, String message) {}
        };
    Definition definition = new Definition("noop", new NoopWorkload(), configuration.settle());
    new Run(definition, new RunOptions(Shard.WHOLE, 2, 0), silent)
        .start(RunDirectory.fresh(directory));
  }

  int port() {
    return dashboard.port();
  }

  String address() {
    return dashboard.address();
  }

  /// What the page at an address says.
  String page(String path) throws IOException, InterruptedException {
    return send(get(path)).body();
  }

  int status(String path) throws IOException, InterruptedException {
    return send(get(path)).statusCode();
  }

  /// A request of somebody who has the token.
  HttpRequest.Builder get(String path) {
    return request(path).header("Authorization", "Bearer " + TOKEN);
  }

  /// A request of somebody who has not.
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    dashboard.close();
    client.close();
  }
}
