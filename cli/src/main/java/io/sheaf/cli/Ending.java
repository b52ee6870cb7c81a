package io.sheaf.cli;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.journal.JournalReader;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunEnd;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is said at the end of a run.
record Ending(Choice choice, Shard shard, RunEnd end) {
  static String resumeCommand(RunDirectory directory) {
    return "sheaf run --resume " + ShellWord.quoted(directory.path());
  }

  /// Tells people on the display and programs on standard output, in one line of JSON.
  ///
  /// @return the exit code
  int tell(Display display, PrintWriter out) throws IOException {
    display.notice(
        "%s after %s: %s%s"
            .formatted(
                isFailed() ? "ended with failures" : status(),
                TimeRange.words(end.progress().elapsed()),
                summary(),
                isStopped() ? "" : "; results in " + end.directory().out()));
    Profile profile = Profile.read(end.directory());
    if (profile.hasPhases()) {
      new ProfileText(profile).summary().forEach(display::notice);
    }
    display.notice("next: " + nextStep());
    out.println(Json.value(line()));
    out.flush();
    return isStopped() ? ExitCode.STOPPED : isFailed() ? ExitCode.UNITS_FAILED : ExitCode.COMPLETE;
  }

  /// How many units came to what end.
  String summary() {
    Progress progress = end.progress();
    return "%d of %d units done, %d failed"
        .formatted(progress.done(), progress.total(), progress.failed());
  }

  private Map<String, @Nullable Object> line() throws IOException {
    Settings settings = choice.definition().settings();
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("status", status());
    line.put("OUT_DIR", end.directory().path().toAbsolutePath().normalize().toString());
    line.put("config", choice.file().map(Path::toString).orElse(null));
    line.put("preset", choice.preset());
    line.put("units", end.progress().total());
    line.put("done", end.progress().done());
    line.put("failed", end.progress().failed());
    if (settings.values().containsKey("n_users")) {
      line.put("users", groups());
    }
    if (settings.values().containsKey("feature_modes")) {
      line.put("modes", settings.texts("feature_modes"));
    }
    line.put("next_step", nextStep());
    return line;
  }

  private long groups() throws IOException {
    try (JournalReader journal = JournalReader.open(end.directory().journal())) {
      Plan plan = journal.plan();
      return IntStream.range(0, plan.size())
          .filter(unit -> shard.holds(plan, unit))
          .map(plan::group)
          .distinct()
          .count();
    }
  }

  /// `completed`, `failed` or `stopped`.
  String status() {
    return isStopped() ? "stopped" : isFailed() ? "failed" : "completed";
  }

  private boolean isFailed() {
    return !isStopped() && end.progress().failed() > 0;
  }

  private boolean isStopped() {
    return end.state() == RunEnd.State.STOPPED;
  }

  private String nextStep() {
    if (isStopped()) {
      return resumeCommand(end.directory());
    }
    return shard.isWhole()
        ? "sheaf validate " + ShellWord.quoted(end.directory().path())
        : "sheaf merge --shards DIR... --output DIR (once all %d shards are run; this one is %s)"
            .formatted(shard.count(), ShellWord.quoted(end.directory().path()));
  }
}
