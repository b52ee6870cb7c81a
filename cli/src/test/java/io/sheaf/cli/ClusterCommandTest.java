package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What needs no Spark; `SparkRunTest` has the rest.
class ClusterCommandTest {
  private final Shell shell = new Shell(new BuiltIn());

  @TempDir private Path folder;

  @Test
  void leavesDirectoriesOfOthersAlone() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("work"));
    assertThat(shell.run("cluster", "status", "--dir", folder).code()).isEqualTo(ExitCode.STOPPED);
    assertThat(shell.run("cluster", "down", "--dir", folder).code()).isZero();
    Shell.Said said = shell.run("cluster", "up", "--dir", folder);
    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("expected a new or empty directory");
    assertThat(folder).isDirectoryContaining(mine::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void tellsTheClusterFromItsWorkersAndApplications() throws IOException {
    byte[] page =
        """
        {"workers": [{"cores": 1, "coresused": 1}, {"cores": 1, "coresused": 0}],
         "aliveworkers": 2, "cores": 2, "coresused": 1,
         "activeapps": [{"starttime": 1, "cores": 1}],
         "completedapps": [{"starttime": 1, "cores": 1}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    HttpServer master =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    master.createContext(
        "/json/",
        exchange -> {
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    master.start();
    try {
      String address = "http://127.0.0.1:" + master.getAddress().getPort();
      assertThat(ClusterPage.read(new ClusterDirectory.Address("", address)))
          .isEqualTo(new ClusterPage(2, 2, 1, 1));
    } finally {
      master.stop(0);
    }
  }
}
