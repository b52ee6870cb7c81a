package io.sheaf.workloads.command;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Runs commands. Thread-safe.
final class CommandRunner implements UnitRunner {
  private static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  /// What is kept of a command's output.
  private record Keeping(boolean stdout, boolean stderr, long most) {}

  private final Template template;
  private final List<Integer> successes;
  private final Keeping keeping;
  private final Guardian guardian = new Guardian();
  private final OutOfMemory outOfMemory = new OutOfMemory();

  CommandRunner(Settings settings) {
    String capture = settings.text("capture");
    this.template = Template.of(settings);
    this.successes = settings.wholes("success_codes");
    this.keeping =
        new Keeping(
            !capture.equals("none"), capture.equals("both"), settings.whole("capture_bytes"));
  }

  @Override
  public void close() {
    guardian.close();
  }

  @Override
  public UnitOutput run(Unit unit, UnitContext context) throws IOException, InterruptedException {
    Map<String, String> values =
        new HashMap<>(CommandUnits.placeholders(unit.parameters()).values());
    values.put(Seed.NAME, Seed.of(context));
    Placeholders placeholders = new Placeholders(values);
    Path directory = Path.of(placeholders.fill(template.directory().orElse("")));
    OutputFiles outputs = new OutputFiles(template, placeholders, directory, context.attempt());
    values.putAll(outputs.placeholders());
    outputs.prepare();
    try {
      return run(new Filled(unit, new Placeholders(values), directory), outputs, context);
    } finally {
      outputs.discard();
    }
  }

  /// A unit with what its placeholders stand for.
  private record Filled(Unit unit, Placeholders values, Path directory) {}

  private UnitOutput run(Filled filled, OutputFiles outputs, UnitContext context)
      throws IOException, InterruptedException {
    Path scratch = context.scratch();
    Capture stdout = new Capture(scratch, "stdout");
    Capture stderr = new Capture(scratch, "stderr");
    ProcessBuilder builder =
        builder(filled, context)
            .redirectOutput(stdout.file().toFile())
            .redirectError(stderr.file().toFile());
    int code = new Job(guardian, context, new Progress(stdout.file())).run(builder);
    if (!successes.contains(code)) {
      throw failure(code, stdout, stderr);
    }
    String unit = filled.unit.id();
    Captured out = keeping.stdout ? stdout.kept(unit, keeping.most) : Captured.NOTHING;
    Captured err = keeping.stderr ? stderr.kept(unit, keeping.most) : Captured.NOTHING;
    List<Row> rows = new ArrayList<>(List.of(JobTables.done(unit, code, out, err)));
    rows.addAll(outputs.finish(unit));
    List<Artefact> artefacts =
        Stream.of(out, err).map(Captured::artefact).filter(Objects::nonNull).toList();
    return new UnitOutput(rows, artefacts);
  }

  private ProcessBuilder builder(Filled filled, UnitContext context) {
    List<String> command = new ArrayList<>(guardian.prefix());
    if (template.memoryKib() > 0) {
      String limit = "ulimit -v " + template.memoryKib() + " && exec \"$@\"";
      command.addAll(List.of("sh", "-c", limit, "sh"));
    }
    command.addAll(template.words(filled.unit, filled.values));
    ProcessBuilder builder = new ProcessBuilder(command);
    if (template.directory().isPresent()) {
      builder.directory(filled.directory.toFile());
    }
    File input =
        template
            .stdin()
            .map(name -> filled.directory.resolve(filled.values.fill(name)).toFile())
            .orElse(NOTHING);
    builder.redirectInput(input);
    Map<String, String> environment = builder.environment();
    template.environment().forEach((name, text) -> environment.put(name, filled.values.fill(text)));
    environment.put(Guardian.MARK, guardian.mark());
    environment.put("SHEAF_UNIT", filled.unit.id());
    environment.put("SHEAF_ATTEMPT", Integer.toString(context.attempt()));
    environment.put("SHEAF_SEED", Seed.of(context));
    return builder;
  }

  /// A program that is not there will not be there next time.
  private UnitFailedException failure(int code, Capture stdout, Capture stderr) throws IOException {
    String tail = stderr.tail();
    String said = tail.isEmpty() ? stdout.tail() : tail;
    String message =
        JobTables.codeText(code) + Signals.of(code) + (said.isEmpty() ? "" : ": " + said);
    if (outOfMemory.killed(code)) {
      throw new OutOfMemoryError(message + ": the system killed it for lack of memory");
    }
    return code == NOT_EXECUTABLE || code == NOT_FOUND
        ? new UnitFailedException(message)
        : UnitFailedException.worthRetrying(message, stdout.detail() + "\n" + stderr.detail());
  }
}
