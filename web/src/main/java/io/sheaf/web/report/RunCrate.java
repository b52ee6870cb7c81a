package io.sheaf.web.report;

import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunAccount;
import io.sheaf.engine.observe.RunFacts;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.plan.Digest;
import io.sheaf.web.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The provenance of a run as an RO-Crate: the run directory, what made it, of what. Confined to
/// one thread.
///
/// @see <a href="https://w3id.org/ro/wfrun/process/0.5">Process Run Crate 0.5</a>
final class RunCrate {
  private static final String CRATE = "https://w3id.org/ro/crate/1.1";
  private static final String TERMS = "https://w3id.org/ro/terms/workflow-run/context";
  private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";

  /// A manifest has a line for each unit; to digest that of a million takes longer than the report.
  private static final long MOST_DIGESTED_BYTES = 1 << 24;

  private static final String RUN = "#run";
  private static final String SHEAF = "#sheaf";

  private final ReportContent content;
  private final Path directory;
  private final List<Map<String, Object>> entities = new ArrayList<>();
  private final List<Map<String, String>> parts = new ArrayList<>();
  private final List<Map<String, String>> results = new ArrayList<>();
  private final List<Map<String, String>> objects = new ArrayList<>();

  private RunCrate(ReportContent content, Path directory) {
    this.content = content;
    this.directory = directory;
  }

  /// @param directory of the run, with the other parts of the report in it
  static String of(ReportContent content, Path directory) throws IOException {
    RunCrate crate = new RunCrate(content, directory);
    crate.files();
    crate.inputs();
    crate.parameters();
    List<Map<String, Object>> graph = new ArrayList<>();
    graph.add(crate.descriptor());
    graph.add(crate.root());
    graph.add(entity(PROFILE, "CreativeWork", "name", "Process Run Crate", "version", "0.5"));
    graph.add(crate.software());
    graph.add(crate.action());
    graph.addAll(crate.entities);
    return Json.value(Map.of("@context", List.of(CRATE + "/context", TERMS), "@graph", graph))
        + "\n";
  }

  private Map<String, Object> descriptor() {
    return entity(
        RunReport.CRATE, "CreativeWork", "conformsTo", reference(CRATE), "about", reference("./"));
  }

  private Map<String, Object> root() {
    RunAccount account = content.account();
    String description =
        "Run of %s by Sheaf: %,d of %,d units done, %,d failed"
            .formatted(
                account.facts().text("workload"),
                account.view().counts().done(),
                account.view().counts().total(),
                account.view().counts().failed());
    boolean cut = account.outputs().size() == RunAccount.MOST_OUTPUTS;
    return entity(
        "./",
        "Dataset",
        "conformsTo",
        reference(PROFILE),
        "name",
        Head.directory(account),
        "description",
        cut ? description + "; out/manifest.json lists all files of out/" : description,
        "datePublished",
        Head.second(content.made()),
        "hasPart",
        parts,
        "mentions",
        List.of(reference(RUN)));
  }

  private Map<String, Object> software() {
    RunFacts facts = content.account().facts();
    return entity(
        SHEAF,
        "SoftwareApplication",
        "name",
        "Sheaf",
        "softwareVersion",
        facts.madeWith().getOrDefault("sheaf", "unknown"),
        "identifier",
        "commit " + facts.madeWith().getOrDefault("commit", "unknown"),
        "softwareRequirements",
        "Java " + facts.madeWith().getOrDefault("java", "unknown"));
  }

  private Map<String, Object> action() {
    RunAccount account = content.account();
    Map<String, Object> action =
        entity(
            RUN,
            "CreateAction",
            "name",
            account.view().name(),
            "description",
            Reproduction.of(account.facts(), account.view().shard()).command(),
            "instrument",
            reference(SHEAF),
            "startTime",
            account.facts().text("started"),
            "object",
            objects,
            "result",
            results,
            "actionStatus",
            reference("http://schema.org/" + status(account.view().state())));
    String ended = Head.ended(account);
    if (ended != null && !account.view().state().isAlive()) {
      action.put("endTime", ended);
    }
    if (account.view().counts().failed() > 0) {
      action.put("error", "%,d units failed".formatted(account.view().counts().failed()));
    }
    return action;
  }

  private static String status(RunView.State state) {
    return switch (state) {
      case COMPLETED -> "CompletedActionStatus";
      case FAILED, DEAD, STOPPED -> "FailedActionStatus";
      case PENDING -> "PotentialActionStatus";
      case RUNNING, STALLED -> "ActiveActionStatus";
    };
  }

  private void files() throws IOException {
    for (RunAccount.OutputFile output : content.account().outputs()) {
      Map<String, Object> file = file("out/" + output.name(), output.bytes());
      file.put("sha256", output.sha256());
      results.add(reference("out/" + output.name()));
    }
    for (String name : List.of("out/manifest.json", "run.yaml", RunReport.PAGE, RunReport.TWIN)) {
      Path path = directory.resolve(name);
      if (Files.exists(path)) {
        Map<String, Object> file = file(name, Files.size(path));
        if (Files.size(path) <= MOST_DIGESTED_BYTES) {
          file.put("sha256", Digest.of(path));
        }
      }
    }
    // Without a digest: the journal may go on.
    file("run.db", Files.size(directory.resolve("run.db")));
  }

  private Map<String, Object> file(String id, long bytes) {
    Map<String, Object> file =
        entity(
            id,
            "File",
            "name",
            id,
            "contentSize",
            Long.toString(bytes),
            "encodingFormat",
            format(id));
    entities.add(file);
    parts.add(reference(id));
    return file;
  }

  private static String format(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> "text/csv";
      case "json" -> "application/json";
      case "yaml" -> "application/yaml";
      case "html" -> "text/html";
      case "parquet" -> "application/vnd.apache.parquet";
      case "db" -> "application/vnd.sqlite3";
      default -> "application/octet-stream";
    };
  }

  /// They lie outside of the crate, so they are no files of it.
  private void inputs() {
    content
        .account()
        .facts()
        .inputs()
        .forEach(
            (name, sha256) -> {
              String id = "#input-" + (objects.size() + 1);
              entities.add(entity(id, "CreativeWork", "name", name, "sha256", sha256));
              objects.add(reference(id));
            });
  }

  private void parameters() {
    content
        .account()
        .facts()
        .configuration()
        .forEach(
            (key, value) -> {
              if (value != null) {
                String id = "#parameter-" + key;
                String shown = String.valueOf(Secrets.masked(key, value));
                entities.add(entity(id, "PropertyValue", "name", key, "value", shown));
                objects.add(reference(id));
              }
            });
  }

  private static Map<String, String> reference(String id) {
    return Map.of("@id", id);
  }

  private static Map<String, Object> entity(String id, String type, Object... facts) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("@id", id);
    entity.put("@type", type);
    for (int i = 0; i < facts.length; i += 2) {
      entity.put((String) facts[i], facts[i + 1]);
    }
    return entity;
  }
}
