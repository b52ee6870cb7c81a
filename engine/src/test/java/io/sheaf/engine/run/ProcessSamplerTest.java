package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.journal.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessSamplerTest {
  private static final long ENOUGH_MILLIS = 300;
  private final ProcessSampler sampler = new ProcessSampler(new GpuMemory(""));

  /// A shell that waits for a child which computes.
  private static Process shell() throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done' & wait")
            .redirectErrorStream(true)
            .start();
    while (shell.descendants().findAny().isEmpty()) {
      Thread.sleep(10);
    }
    return shell;
  }

  private static void end(Process shell) {
    shell.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }

  /// Waits until a shell and its child have computed for a while, and says what is known then.
  private List<Sample> samplesOnceItHasComputed(Process shell) throws Exception {
    List<Sample> samples = sampler.samples(Map.of("worker-1", shell.pid()), 7);
    while (samples.get(1).cpuMillis() <= ENOUGH_MILLIS) {
      Thread.sleep(20);
      samples = sampler.samples(Map.of("worker-1", shell.pid()), 7);
    }
    return samples;
  }

  @Test
  @Timeout(60)
  void countsWhatAWorkerHasStartedWithTheWorker() throws Exception {
    Process shell = shell();
    try {
      List<Sample> samples = samplesOnceItHasComputed(shell);
      assertThat(samples).extracting(Sample::process).containsExactly("coordinator", "worker-1");
      assertThat(samples.get(1).pid()).isEqualTo(shell.pid());
    } finally {
      end(shell);
    }
  }

  @Test
  @Timeout(60)
  void countsWhatBelongsToNoWorkerWithTheCoordinator() throws Exception {
    Process shell = shell();
    try {
      long without = samplesOnceItHasComputed(shell).getFirst().cpuMillis();
      long with = sampler.samples(Map.of(), 7).getFirst().cpuMillis();
      assertThat(with - without).isGreaterThan(ENOUGH_MILLIS);
    } finally {
      end(shell);
    }
  }

  @Test
  void leavesOutWhatIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    assertThat(sampler.samples(Map.of("worker-1", gone.pid()), 7)).hasSize(1);
  }

  /// Stands in for the program where there is no such processor; its lines are those of
  /// `nvidia-smi`.
  private static GpuMemory answering(Path folder, String script) throws Exception {
    Path program = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new GpuMemory("/nowhere:" + folder);
  }

  @Test
  @Timeout(20)
  void readsMemoryOfGraphicsProcessors(@TempDir Path folder) throws Exception {
    GpuMemory memory =
        answering(folder, "echo '41, 2048'; echo '42, 7'; echo '41, 1'; echo '[N/A], 3'");
    while (memory.held(List.of(41L)) < 0) {
      Thread.sleep(10);
    }
    assertThat(memory.held(List.of(41L))).isEqualTo(2049L << 20);
    assertThat(memory.held(List.of(41L, 42L, 43L))).isEqualTo(2056L << 20);
  }

  @Test
  void knowsNothingWithoutGraphicsProcessors(@TempDir Path folder) throws Exception {
    assertThat(new GpuMemory("").held(List.of(41L))).isEqualTo(-1);
    Path asked = folder.resolve("asked");
    GpuMemory memory =
        answering(folder, "echo 'no devices were found'; touch " + asked + "; exit 6");
    assertThat(memory.held(List.of(41L))).isEqualTo(-1);
    while (!Files.exists(asked)) {
      Thread.sleep(10);
    }
    Thread.sleep(200);
    assertThat(memory.held(List.of(41L))).isEqualTo(-1);
  }
}
