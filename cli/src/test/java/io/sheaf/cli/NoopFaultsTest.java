package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way in which a unit of `noop` can fail at first, in real worker processes: the others
/// finish, and the table is that of a run without failures.
@Timeout(120)
class NoopFaultsTest {
  private final Shell shell = new Shell(new BuiltIn());
  @TempDir private Path folder;

  private Shell.Said run(String name, Object... more) {
    Object[] common = {
      "run",
      "noop",
      "--set",
      "units=12",
      "--isolate",
      "processes",
      "--workers",
      2,
      "--heap",
      "64m",
      "--timeout",
      "2s",
      "--progress",
      "off",
      "--out",
      folder.resolve(name)
    };
    Object[] all = java.util.Arrays.copyOf(common, common.length + more.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return shell.run(all);
  }

  @ParameterizedTest
  @CsvSource({
    "defect, defect",
    "exit, exit code 1",
    "oom, the heap of its worker was full",
    "hang, took longer than 2"
  })
  void areSurvived(String failure, String message) {
    assertThat(run("whole").code()).isZero();
    Shell.Said said =
        run(
            "faulty",
            "--set",
            "failing=0.2",
            "--set",
            "failure=" + failure,
            "--set",
            "failing_attempts=1");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(folder.resolve("faulty/out/noop.csv"))
        .hasSameBinaryContentAs(folder.resolve("whole/out/noop.csv"));
    assertThat(folder.resolve("faulty/logs/run.log")).content().contains(message);
  }
}
