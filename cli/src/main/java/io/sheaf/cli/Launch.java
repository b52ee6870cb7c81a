package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be run, and whether it goes on where an earlier process left it.
///
/// @param directory the one that was named to resume, empty if none was
/// @param isResumption whether there is a run in it
record Launch(Choice choice, Shard shard, Optional<RunDirectory> directory, boolean isResumption) {

  /// Finds out what to do; makes at most the directory that was named.
  static Launch prepare(
      Subject subject, @Nullable Path resume, @Nullable String shard, Console console)
      throws IOException {
    Shard wanted = shard == null ? Shard.WHOLE : Shard.parse(shard);
    if (resume == null) {
      requireNamed(subject, "expected a preset or a file; `sheaf presets` lists the presets");
      return new Launch(Choice.of(subject, console), wanted, Optional.empty(), false);
    }
    RunDirectory directory = new RunDirectory(resume);
    if (!directory.isRun()) {
      return afresh(subject, directory, wanted, console);
    }
    RunRecord record = RunRecord.read(directory.record());
    Choice choice =
        subject.isNamed()
            ? Choice.of(subject, console)
            : Choice.recorded(directory, subject, console);
    checkSame(choice, record, directory, console.catalogue());
    Shard recorded = shard == null ? record.shard() : wanted;
    return new Launch(choice, recorded, Optional.of(directory), true);
  }

  private static Launch afresh(
      Subject subject, RunDirectory directory, Shard shard, Console console) throws IOException {
    String nothing =
        directory + (Files.exists(directory.path()) ? " holds no journal yet" : " does not exist");
    requireNamed(subject, nothing + "; to start there, name a preset or a file too");
    Choice choice = Choice.of(subject, console);
    console.say(nothing + "; starting there from the beginning");
    return new Launch(choice, shard, Optional.of(directory), false);
  }

  private static void requireNamed(Subject subject, String otherwise) {
    if (!subject.isNamed()) {
      throw new ConfigurationException(otherwise);
    }
  }

  private static void checkSame(
      Choice choice, RunRecord record, RunDirectory directory, Catalogue catalogue) {
    String now = choice.definition().workload().name();
    if (!now.equals(record.workload())) {
      throw new ConfigurationException(
          "%s: made by workload %s, not %s; give another directory"
              .formatted(directory, record.workload(), now));
    }
    Settings recorded = record.settings(catalogue.workload(now).keys(), directory.record());
    List<String> differences = recorded.differences(choice.definition().settings());
    if (!differences.isEmpty()) {
      throw new ConfigurationException(
          "%s was made with another configuration: %s; leave the changes out, or start a new run"
              .formatted(directory, String.join("; ", differences)));
    }
  }
}
