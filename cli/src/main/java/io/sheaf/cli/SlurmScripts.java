package io.sheaf.cli;

import io.sheaf.engine.config.ShellWord;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The scripts of an array job, one task a shard, and of the job that binds what they make.
///
/// @param directory of everything, absolute
/// @param heap of each task
/// @param subject what to run, as words of a command line
/// @param bounds the same, how
record SlurmScripts(
    String name,
    Path directory,
    int shards,
    int workers,
    String heap,
    List<String> subject,
    List<String> bounds) {
  /// What a Java machine may take besides its heap. More than it does take, as Slurm kills whatever
  /// takes more than it asked for.
  private static final long BESIDES_HEAP_BYTES = 512L << 20;

  /// How long before its time limit a task is told, for its units to reach a checkpoint.
  private static final int SECONDS_BEFORE_LIMIT = 120;

  /// `$shard` stands for the task's number.
  String array() {
    String sheaf =
        Stream.of(List.of(sheaf(), "run"), subject, bounds)
            .flatMap(List::stream)
            .map(ShellWord::quoted)
            .collect(Collectors.joining(" "));
    return """
        #!/usr/bin/env bash
        # Task I runs shard I of %2$d. Made by `sheaf slurm`.
        #SBATCH --job-name=%1$s
        #SBATCH --array=0-%3$d
        #SBATCH --ntasks=1
        #SBATCH --cpus-per-task=%4$d
        #SBATCH --mem=%5$dM
        #SBATCH --output=%6$s/logs/%%a.log
        #SBATCH --open-mode=append
        #SBATCH --requeue
        #SBATCH --signal=B:TERM@%7$d
        set -u
        cd %8$s || exit 2
        shard=${SLURM_ARRAY_TASK_ID:?is set by Slurm}

        # Starts the shard, or goes on with it where an earlier attempt was stopped or killed.
        %9$s \\
          --shard "$shard/%2$d" --workers %4$d --resume %10$s/"s${shard}of%2$d" --progress plain &
        sheaf=$!

        # Slurm tells this shell before the time limit; units then stop at their next checkpoint.
        told=''
        trap 'told=yes; kill -TERM "$sheaf"' TERM
        wait "$sheaf"
        code=$?
        if [ -n "$told" ]; then
          wait "$sheaf"
          code=$?
        fi
        case $code in
          0 | 1) exit 0 ;; # 1: some units failed; the merged run says which
          3 | 143) # 143: told before it had begun
            if [ -n "$told" ]; then scontrol requeue "${SLURM_ARRAY_JOB_ID}_$shard"; fi ;;
        esac
        exit "$code"
        """
        .formatted(
            name,
            shards,
            shards - 1,
            workers,
            (Capacity.bytes(heap) + BESIDES_HEAP_BYTES) >> 20,
            directory,
            SECONDS_BEFORE_LIMIT,
            ShellWord.quoted(Path.of("").toAbsolutePath().toString()),
            sheaf,
            ShellWord.quoted(directory.toString()));
  }

  String merge() {
    String all =
        IntStream.range(0, shards)
            .mapToObj(
                shard ->
                    ShellWord.quoted(StaticShards.directory(directory, shard, shards).toString()))
            .collect(Collectors.joining(" "));
    Path merged = directory.resolve("merged");
    return """
        #!/usr/bin/env bash
        # Binds the %2$d shards into one run and checks it. Made by `sheaf slurm`.
        #SBATCH --job-name=%1$s-merge
        #SBATCH --ntasks=1
        #SBATCH --mem=2048M
        #SBATCH --output=%3$s/logs/merge.log
        #SBATCH --open-mode=append
        #SBATCH --requeue
        set -eu
        if [ ! -e %4$s/out/manifest.json ]; then
          rm -rf %4$s
          %5$s merge --shards %6$s --output %4$s
        fi
        %5$s validate %4$s
        """
        .formatted(
            name,
            shards,
            directory,
            ShellWord.quoted(merged.toString()),
            ShellWord.quoted(sheaf()),
            all);
  }

  /// The launcher.
  private static String sheaf() {
    String home = System.getProperty("sheaf.home", "");
    return home.isEmpty() ? "sheaf" : Path.of(home, "sheaf").toString();
  }
}
