package io.sheaf.cli;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.execute.ChildWorker;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The inside of a worker process. Not for people: `sheaf run --isolate processes` starts it.
final class WorkerProcess {
  private WorkerProcess() {}

  /// Runs units until the coordinator closes the pipe.
  ///
  /// @param args the run directory, the worker's name, the cache's file if there is one
  public static void main(String[] args) throws IOException {
    OutputStream frames = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    Interrupts.onSignals(() -> {}, "INT", "HUP");
    RunDirectory directory = new RunDirectory(Path.of(args[0]));
    RunRecord record = RunRecord.read(directory.record());
    Workload workload = new BuiltIn().workload(record.workload());
    Settings settings = record.settings(workload.keys(), directory.record());
    Optional<SharedCache> cache =
        args.length > 2
            ? Optional.of(new SharedCache(Path.of(args[2]), CacheFile.LIMIT_BYTES))
            : Optional.empty();
    Site site = new Site(workload.runner(settings), settings.seed(), cache, directory.path());
    ChildWorker.serve(site, new FileInputStream(FileDescriptor.in), frames);
  }
}
