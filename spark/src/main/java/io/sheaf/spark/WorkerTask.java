package io.sheaf.spark;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.execute.Invitation;
import io.sheaf.engine.execute.RemoteWorker;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;

/// A worker, on whatever executor Spark puts it. Ends when its coordinator is gone.
///
/// @param directory of the run
/// @param version of the driver's Spark
record WorkerTask(Invitation invitation, String directory, String version)
    implements VoidFunction<Integer> {
  /// Before Spark tries again, and says again why it could not.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Override
  public void call(Integer place) throws IOException, InterruptedException {
    boolean fit;
    try {
      fit = RemoteWorker.serve(invitation, place(), this::site);
    } catch (IOException e) {
      Thread.sleep(PAUSE);
      throw e;
    }
    while (fit || isInDriver()) {
      try {
        fit = RemoteWorker.serve(invitation, place(), this::site);
      } catch (IOException _) {
        return;
      }
    }
    // A thread cannot be killed, a process can; Spark starts another.
    Runtime.getRuntime().halt(1);
  }

  private static String place() {
    return "task %d in executor %s on %s, process %d"
        .formatted(
            TaskContext.get().taskAttemptId(),
            SparkEnv.get().executorId(),
            SparkEnv.get().blockManager().blockManagerId().host(),
            ProcessHandle.current().pid());
  }

  private static boolean isInDriver() {
    return SparkEnv.get().executorId().equals("driver");
  }

  private Site site() throws IOException {
    String here = org.apache.spark.package$.MODULE$.SPARK_VERSION();
    if (!here.equals(version)) {
      throw new IOException(
          "Spark %s, but the driver has %s; expected the same on both".formatted(here, version));
    }
    RunDirectory run = new RunDirectory(Path.of(directory));
    if (!Files.isRegularFile(run.record())) {
      throw new IOException(
          "%s is not there; expected a directory that all machines share".formatted(run));
    }
    RunRecord record = RunRecord.read(run.record());
    Workload workload =
        ServiceLoader.load(Workload.class, WorkerTask.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals(record.workload()))
            .findFirst()
            .orElseThrow(() -> new IOException("there is no workload " + record.workload()));
    Settings settings = record.settings(workload.keys(), run.record());
    return new Site(workload.runner(settings), settings.seed(), Optional.empty(), run.path());
  }
}
