package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A Slurm of one node on this machine, with everything it needs in a directory of its own. Listens
/// on loopback; trusts whoever speaks to it.
record Slurm(Path directory, List<Process> daemons) implements AutoCloseable {
  private static final List<String> DAEMONS = List.of("slurmctld", "slurmd");

  /// Whether Debian's packages `slurmctld`, `slurmd` and `slurm-client` are there.
  static boolean isThere() {
    return Stream.of("slurmctld", "slurmd", "sbatch", "scontrol")
        .allMatch(
            name ->
                Stream.of("/usr/sbin", "/usr/bin")
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
  }

  static Slurm start(Path directory) throws IOException {
    Slurm slurm = new Slurm(directory, new ArrayList<>());
    Files.createDirectories(directory.resolve("state"));
    Files.createDirectories(directory.resolve("spool"));
    Files.writeString(slurm.configuration(), slurm.text());
    for (String daemon : DAEMONS) {
      slurm.daemons.add(
          slurm
              .process(List.of("/usr/sbin/" + daemon, "-D"))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve(daemon + ".out").toFile())
              .start());
    }
    return slurm;
  }

  private Path configuration() {
    return directory.resolve("slurm.conf");
  }

  private String text() throws IOException {
    String host = InetAddress.getLocalHost().getHostName().replaceFirst("\\..*", "");
    return """
        ClusterName=sheaf
        SlurmctldHost=%1$s(127.0.0.1)
        SlurmctldPort=%2$d
        SlurmdPort=%3$d
        CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
        SlurmUser=%4$s
        SlurmdUser=%4$s
        AuthType=auth/none
        CredType=cred/none
        # So long a requeued job waits.
        AuthInfo=cred_expire=5
        StateSaveLocation=%5$s/state
        SlurmdSpoolDir=%5$s/spool
        SlurmctldPidFile=%5$s/slurmctld.pid
        SlurmdPidFile=%5$s/slurmd.pid
        SlurmctldLogFile=%5$s/slurmctld.log
        SlurmdLogFile=%5$s/slurmd.log
        MpiDefault=none
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        JobAcctGatherType=jobacct_gather/none
        AccountingStorageType=accounting_storage/none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_CPU
        SchedulerType=sched/builtin
        SchedulerParameters=sched_interval=1
        SlurmdParameters=config_overrides
        ReturnToService=2
        NodeName=%1$s NodeAddr=127.0.0.1 CPUs=2 RealMemory=8000
        PartitionName=all Nodes=ALL Default=YES
        """
        .formatted(host, freePort(), freePort(), System.getProperty("user.name"), directory);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /// A command that finds this Slurm.
  ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("(SBATCH|SLURM)_.*"));
    builder.environment().put("SLURM_CONF", configuration().toString());
    return builder;
  }

  /// Runs a command to its end.
  ///
  /// @return its standard output
  String run(String... command) throws IOException, InterruptedException {
    Path err = Files.createTempFile(directory, "command", ".err");
    Process process = process(List.of(command)).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out + Files.readString(err)).isZero();
    return out;
  }

  /// Whether a job is neither waiting nor running any more.
  boolean hasEnded(String job) throws IOException, InterruptedException {
    return run("squeue", "--noheader", "--format=%A").lines().noneMatch(job::equals);
  }

  @Override
  public void close() throws IOException {
    for (Process daemon : daemons.reversed()) {
      List<ProcessHandle> below = daemon.descendants().toList();
      daemon.destroyForcibly().onExit().join();
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
