package io.sheaf.engine.merge;

import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.run.FinishedRun;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Binds the results of shards into one run.
///
/// Nothing is written before it is proved that all shards are of one plan with one configuration
/// and that every unit of it is there once.
public final class Merge {
  private static final int MOST_NAMES = 5;

  private final List<RunSnapshot> shards;
  private final TreeMap<Integer, StoredResult> results = new TreeMap<>();
  private final Map<Integer, RunDirectory> sources = new HashMap<>();
  private final List<String> notices = new ArrayList<>();

  private Merge(List<RunSnapshot> shards) {
    this.shards = shards;
  }

  /// What a merge did.
  ///
  /// @param units results in the merged run
  /// @param failed units among them that could not be done
  /// @param notices what was noted on the way, such as identical duplicates
  public record Merged(int units, int failed, List<String> notices) {}

  /// Proves that the shards make up one whole, then writes it.
  ///
  /// @param target a new or empty directory
  /// @throws RefusedException if the shards do not make up one whole
  public static Merged write(List<RunSnapshot> shards, RunDirectory target)
      throws IOException, RefusedException {
    if (shards.isEmpty()) {
      throw new RefusedException(List.of("no shards were given"));
    }
    Merge merge = new Merge(List.copyOf(shards));
    merge.prove();
    return merge.write(target);
  }

  private void prove() throws RefusedException {
    List<String> problems = new ArrayList<>();
    RunSnapshot first = shards.getFirst();
    for (RunSnapshot shard : shards) {
      problems.addAll(differences(first, shard));
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    for (RunSnapshot shard : shards) {
      collect(shard, problems);
    }
    problems.addAll(missing(first.plan()));
    problems.addAll(madeTwice(first.plan()));
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  private static List<String> differences(RunSnapshot first, RunSnapshot other) {
    String name = other.directory().toString();
    if (!first.record().workload().equals(other.record().workload())) {
      return List.of(name + ": another workload, " + other.record().workload());
    }
    List<String> settings =
        first.definition().settings().differences(other.definition().settings());
    if (!settings.isEmpty()) {
      return List.of(
          "%s: another configuration than %s: %s"
              .formatted(name, first.directory(), String.join("; ", settings)));
    }
    if (!first.plan().digest().equals(other.plan().digest())) {
      return List.of(name + ": another plan: the inputs or the workload's version differ");
    }
    return List.of();
  }

  private void collect(RunSnapshot shard, List<String> problems) {
    Plan plan = shard.plan();
    for (StoredResult result : shard.results()) {
      StoredResult earlier = results.putIfAbsent(result.unit(), result);
      if (earlier == null) {
        sources.put(result.unit(), shard.directory());
        continue;
      }
      String id = plan.units().get(result.unit()).id();
      if (earlier.outcome().equals(result.outcome())
          && earlier.content().equals(result.content())) {
        notices.add(id + " is there twice, with identical results; one is used");
      } else {
        problems.add(id + " is there twice, with different results, again in " + shard.directory());
      }
    }
  }

  private List<String> missing(Plan plan) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      if (!results.containsKey(i)) {
        missing.add(plan.units().get(i).id());
      }
    }
    if (missing.isEmpty()) {
      return List.of();
    }
    String names = String.join(", ", missing.subList(0, Math.min(MOST_NAMES, missing.size())));
    return List.of(
        "%d of %d units are missing: %s%s; run or resume their shards first"
            .formatted(
                missing.size(), plan.size(), names, missing.size() > MOST_NAMES ? ", ..." : ""));
  }

  /// Within a shard its own run has seen to it.
  private List<String> madeTwice(Plan plan) {
    List<String> problems = new ArrayList<>();
    Map<String, Integer> makers = new HashMap<>();
    for (StoredResult result : results.values()) {
      for (Artefact artefact : result.artefacts()) {
        Integer other = makers.putIfAbsent(artefact.name(), result.unit());
        if (other != null) {
          problems.add(
              "%s was made by %s and by %s"
                  .formatted(
                      artefact.name(),
                      plan.units().get(other).id(),
                      plan.units().get(result.unit()).id()));
        }
      }
    }
    return problems;
  }

  private Merged write(RunDirectory target) throws IOException {
    RunSnapshot first = shards.getFirst();
    try (FinishedRun run = FinishedRun.create(target, first.definition(), first.plan())) {
      Journal journal = run.journal();
      for (StoredResult result : results.values()) {
        copyArtefacts(result, target);
        journal.adopt(result);
      }
      String from =
          String.join(", ", shards.stream().map(one -> one.directory().toString()).toList());
      run.finish("merged from " + from, List.copyOf(results.values()));
    }
    int failed = (int) results.values().stream().filter(result -> !result.isDone()).count();
    return new Merged(results.size(), failed, notices);
  }

  private void copyArtefacts(StoredResult result, RunDirectory target) throws IOException {
    for (Artefact artefact : result.artefacts()) {
      RunDirectory source = Objects.requireNonNull(sources.get(result.unit()));
      Path from = source.out().resolve(artefact.name());
      Path to = target.out().resolve(artefact.name());
      if (!Digest.of(from).equals(artefact.sha256())) {
        throw new IOException(from + ": differs from what its unit made; resume its shard");
      }
      Files.createDirectories(Objects.requireNonNull(to.getParent()));
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
