package io.sheaf.web.serve;

import com.sun.net.httpserver.HttpServer;
import io.sheaf.engine.observe.RunsFolder;
import io.sheaf.engine.plan.Workload;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The server of the dashboard. Thread-safe.
///
/// ```java
/// try (Dashboard dashboard = Dashboard.open(root, workloads, options, System.err::println)) {
///   System.out.println(dashboard.address());
/// }
/// ```
public final class Dashboard implements AutoCloseable {
  private static final int TRIES = 100;

  /// Limits of the server, which it reads once per process.
  private static final Map<String, String> LIMITS =
      Map.of(
          "sun.net.httpserver.maxReqHeaders", "64",
          "sun.net.httpserver.maxReqHeaderSize", "32768",
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.nodelay", "true",
          "jdk.httpserver.maxConnections", "600");

  private final HttpServer server;
  private final ExecutorService threads;
  private final String token;

  /// How it is served.
  ///
  /// @param bind the address to listen on
  /// @param port to listen on, 0 for any
  /// @param mayMove whether the next free port does as well
  /// @param token that opens it
  /// @param control what may be done to runs, empty if nothing may
  public record Options(
      InetAddress bind, int port, boolean mayMove, String token, Optional<Control> control) {}

  private Dashboard(HttpServer server, ExecutorService threads, String token) {
    this.server = server;
    this.threads = threads;
    this.token = token;
  }

  /// A token nobody can guess.
  public static String freshToken() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Starts to serve the runs in a directory, or the run that it is.
  ///
  /// @param workloads finds a workload by name, or throws if there is none
  /// @param complain is told of what should not happen
  /// @throws IOException if there is no such directory, or the port is taken; says what to do
  public static Dashboard open(
      Path root, Function<String, Workload> workloads, Options options, Consumer<String> complain)
      throws IOException {
    LIMITS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
    RunsFolder runs = new RunsFolder(root, Clock.systemUTC());
    HttpServer server = listen(options);
    String token = options.token();
    Gate gate = new Gate(hosts(options.bind(), server.getAddress().getPort()), token, freshToken());
    AssetFiles assets = new AssetFiles();
    Site site =
        new Site(
            runs,
            workloads,
            new Moment(Clock.systemUTC(), ZoneId.systemDefault()),
            options.control(),
            assets);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.createContext("/", new Door(gate, site, assets, complain));
    server.setExecutor(threads);
    server.start();
    return new Dashboard(server, threads, token);
  }

  private static HttpServer listen(Options options) throws IOException {
    for (int port = options.port(); ; port++) {
      try {
        return HttpServer.create(new InetSocketAddress(options.bind(), port), 64);
      } catch (BindException e) {
        if (!options.mayMove() || port >= Math.min(65_535, options.port() + TRIES)) {
          throw new IOException(
              "port %d on %s cannot be had (%s); name another with --port, or --port auto"
                  .formatted(port, options.bind().getHostAddress(), e.getMessage()),
              e);
        }
      }
    }
  }

  /// What a browser may call this server: names that nobody else can give to another address.
  private static Set<String> hosts(InetAddress bind, int port) throws SocketException {
    Set<String> names = new LinkedHashSet<>();
    if (bind.isLoopbackAddress() || bind.isAnyLocalAddress()) {
      names.add("localhost");
      names.add("127.0.0.1");
      names.add("[::1]");
    }
    if (bind.isAnyLocalAddress()) {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(one -> names.add(literal(one)));
    } else {
      names.add(literal(bind));
    }
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT) + ":" + port)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress().replaceAll("%.*", "");
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }

  /// Where to go with a browser, token included.
  public String address() {
    return "http://" + host() + ":" + port() + "/?token=" + token;
  }

  private String host() {
    InetAddress bound = server.getAddress().getAddress();
    return bound.isAnyLocalAddress() ? "127.0.0.1" : literal(bound);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
