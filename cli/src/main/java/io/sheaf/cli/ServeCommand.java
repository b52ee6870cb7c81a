package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.web.serve.Dashboard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf serve`.
@Command(
    footer = {
      "%nPrints the address to open, with the token that lets a browser in, and goes on until ^C."
          + " Reads only, unless --allow-control lets it stop runs, run units again and set units"
          + " aside.",
      "%nOther machines are let in only with --bind and a token of your own, of 16 or more"
          + " characters, in the variable SHEAF_TOKEN. Nothing is encrypted: prefer"
          + " ssh -L 7317:127.0.0.1:7317."
    })
final class ServeCommand implements Callable<Integer> {
  static final String TOKEN = "SHEAF_TOKEN";
  private static final int PORT = 7317;
  private static final int LEAST_TOKEN = 16;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUNS_DIR",
      defaultValue = "runs",
      description = "A directory of runs, or one run; default: runs.")
  private Path runs = Path.of("runs");

  @Option(
      names = "--port",
      paramLabel = "N|auto",
      defaultValue = "7317",
      description = "Where it listens; auto: at the first free one from 7317. Default: 7317.")
  private String port = "";

  @Option(
      names = "--bind",
      paramLabel = "ADDR",
      defaultValue = "127.0.0.1",
      description = "The address of this machine it listens on; default: 127.0.0.1.")
  private String bind = "";

  @Option(names = "--allow-control", description = "Allow what changes runs.")
  private boolean allowControl;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(runs)) {
      throw new ConfigurationException(
          runs + ": no such directory; expected one of runs, as `sheaf run` makes");
    }
    CountDownLatch end = new CountDownLatch(1);
    Interrupts.onSignals(end::countDown, "INT", "TERM", "HUP");
    try (Dashboard dashboard =
        Dashboard.open(runs, console.catalogue()::workload, options(), _ -> {})) {
      console.out().println(dashboard.address());
      console.flush();
      console.say("serving " + runs + (allowControl ? "" : ", reading only") + "; ^C ends");
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.COMPLETE;
  }

  private Dashboard.Options options() throws UnknownHostException {
    boolean mayMove = port.equals("auto");
    if (!mayMove && !(port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535)) {
      throw new ConfigurationException(
          "--port " + port + ": expected a number up to 65535, or auto");
    }
    InetAddress address = InetAddress.getByName(bind);
    return new Dashboard.Options(
        address,
        mayMove ? PORT : Integer.parseInt(port),
        mayMove,
        token(address),
        allowControl ? Optional.of(new RunControl()) : Optional.empty());
  }

  private String token(InetAddress address) {
    String token = console.environment().getOrDefault(TOKEN, "");
    if (!token.isEmpty() && !token.matches("[A-Za-z0-9._~-]{" + LEAST_TOKEN + ",200}")) {
      throw new ConfigurationException(
          TOKEN + ": expected " + LEAST_TOKEN + " or more letters, digits, . _ ~ and -");
    }
    if (token.isEmpty() && !address.isLoopbackAddress()) {
      throw new ConfigurationException(
          "--bind %s lets other machines in: set %s to a token of %d or more characters"
              .formatted(bind, TOKEN, LEAST_TOKEN));
    }
    return token.isEmpty() ? Dashboard.freshToken() : token;
  }
}
