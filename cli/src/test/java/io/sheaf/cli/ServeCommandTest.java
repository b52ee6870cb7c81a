package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused before anything is served.
class ServeCommandTest {
  @TempDir private Path runs;

  @Test
  void lettingOthersInNeedsATokenOfOnesOwn() {
    Shell.Said said = new Shell().run("serve", runs, "--bind", "0.0.0.0");
    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("--bind 0.0.0.0", "SHEAF_TOKEN", "16 or more");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(new Shell().run("serve", runs.resolve("none")).err()).contains("no such directory");
    Shell.Said said = new Shell().run("serve", runs, "--port", "many");
    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("--port many: expected a number up to 65535, or auto");
  }

  @Test
  void aPortInUseIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Shell.Said said = new Shell().run("serve", runs, "--port", taken.getLocalPort());
      assertThat(said.code()).isEqualTo(ExitCode.USAGE);
      assertThat(said.err()).contains("port " + taken.getLocalPort(), "--port auto");
    }
  }

  @Test
  void setsAsideOnlyWhatARunHas() {
    Shell.Said said = new Shell().run("quarantine", runs, "unit");
    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("is not a run directory");
  }
}
