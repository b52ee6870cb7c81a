package io.sheaf.engine.merge;

import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.run.Manifest;
import io.sheaf.engine.run.Manifest.FileLine;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Checks a finished run against its own journal.
///
/// Every file must have the digest that the manifest states and the bytes that the journal's
/// results come to; then the workload looks at what the tables and the files of units say.
public final class Validation {
  private final Map<String, List<String>> findings = new LinkedHashMap<>();

  private Validation() {}

  /// Checks files, units and tables.
  ///
  /// @return problems by file, an empty list for a file that passes; what concerns no file stands
  ///   under `run`
  public static Map<String, List<String>> of(RunSnapshot run) throws IOException {
    Validation validation = new Validation();
    validation.checkUnits(run);
    validation.checkFiles(run);
    run.bound().problems().forEach(problem -> validation.find(problem.file(), problem.what()));
    validation.checkContents(run);
    return validation.findings;
  }

  private void checkUnits(RunSnapshot run) {
    findings.put("run", new ArrayList<>());
    List<String> missing = run.missing();
    if (run.record().version().equals(run.definition().workload().version())
        && !run.definition().fingerprint().equals(run.plan().fingerprint())) {
      find("run", "run.yaml differs from the configuration that the plan was made with");
    }
    if (!missing.isEmpty()) {
      find(
          "run", "%d units have no result, first %s".formatted(missing.size(), missing.getFirst()));
    }
  }

  private void checkFiles(RunSnapshot run) throws IOException {
    RunDirectory directory = run.directory();
    if (!Files.isRegularFile(directory.manifest())) {
      find("manifest.json", "File not found; the run is not complete");
      return;
    }
    Map<String, String> stated = stated(directory.manifest());
    run.bound()
        .files(
            (name, content) -> {
              FileLine expected = FileLine.of(content, OutputStream.nullOutputStream());
              checkFile(directory.out().resolve(name), name, expected, stated);
              return expected;
            });
    for (Artefact artefact : run.bound().artefacts()) {
      checkArtefact(directory.out().resolve(artefact.name()), artefact);
    }
    try (Stream<Path> there = Files.walk(directory.out())) {
      there
          .filter(path -> !Files.isDirectory(path))
          .map(path -> directory.out().relativize(path).toString().replace('\\', '/'))
          .filter(name -> !findings.containsKey(name))
          .sorted()
          .forEach(name -> find(name, "belongs to no table of this run"));
    }
  }

  private void checkArtefact(Path path, Artefact artefact) throws IOException {
    findings.put(artefact.name(), new ArrayList<>());
    if (!Files.isRegularFile(path)) {
      find(artefact.name(), "File not found");
    } else if (!Digest.of(path).equals(artefact.sha256())) {
      find(artefact.name(), "differs from what its unit made");
    }
  }

  /// What stands in files of units, where all are what their units made.
  private void checkContents(RunSnapshot run) throws IOException {
    List<Artefact> artefacts = run.bound().artefacts();
    if (!artefacts.isEmpty()
        && artefacts.stream()
            .allMatch(one -> findings.getOrDefault(one.name(), List.of()).isEmpty())) {
      run.definition()
          .workload()
          .checkFiles(run.definition().settings(), run.bound().rowsByTable(), run.directory().out())
          .forEach(problem -> find(problem.file(), problem.what()));
    }
  }

  /// What the manifest states; nothing if it cannot be read, which then shows in every file.
  private static Map<String, String> stated(Path manifest) {
    try {
      return Manifest.files(manifest);
    } catch (IOException _) {
      return Map.of();
    }
  }

  private void checkFile(Path path, String name, FileLine expected, Map<String, String> stated)
      throws IOException {
    findings.put(name, new ArrayList<>());
    if (!Files.isRegularFile(path)) {
      find(name, "File not found");
      return;
    }
    String found = Digest.of(path);
    if (!name.equals("manifest.json") && !found.equals(stated.get(name))) {
      find(name, "differs from its digest in manifest.json");
    }
    if (!found.equals(expected.sha256())) {
      find(name, "differs from what the journal's results come to");
    }
  }

  private void find(String file, String problem) {
    findings.computeIfAbsent(file, _ -> new ArrayList<>()).add(problem);
  }
}
