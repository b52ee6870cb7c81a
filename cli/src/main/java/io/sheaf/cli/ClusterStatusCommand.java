package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf cluster status`.
@Command(description = "Shows the Spark on this machine; exit code 3 if there is none.")
final class ClusterStatusCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Mixin private final ClusterDirectory place = new ClusterDirectory();

  ClusterStatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path directory = place.path(console);
    Optional<ClusterDirectory.Address> master =
        ClusterDirectory.hasKeeper(directory)
            ? ClusterDirectory.address(directory)
            : Optional.empty();
    if (master.isEmpty()) {
      console.say("no cluster is up; `sheaf cluster up` starts one");
      return ExitCode.STOPPED;
    }
    ClusterPage page = ClusterPage.read(master.get());
    if (json) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("url", master.get().url());
      facts.put("page", master.get().page());
      facts.put("workers", page.workers());
      facts.put("cores", page.cores());
      facts.put("cores_used", page.coresUsed());
      facts.put("applications", page.applications());
      console.out().println(Json.value(facts));
    } else {
      console
          .out()
          .printf(
              "%s: %d workers, %d of %d cores in use by %d applications; page %s, logs %s%n",
              master.get().url(),
              page.workers(),
              page.coresUsed(),
              page.cores(),
              page.applications(),
              master.get().page(),
              ClusterDirectory.logs(directory));
    }
    return ExitCode.COMPLETE;
  }
}
