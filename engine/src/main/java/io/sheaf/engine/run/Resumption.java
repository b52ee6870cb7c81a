package io.sheaf.engine.run;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.journal.JournalReader;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.schedule.Pending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run still has to do, and why.
///
/// @param pending units to run, each with its reason
/// @param withdrawn results that no longer hold
/// @param changed units whose inputs have changed
/// @param done units that stay done
/// @param aside units that stay failed, as they were set aside
/// @param reasons for people, a line each
/// @param states from which units can go on
/// @param files of units that stay done, with their units
record Resumption(
    List<Pending> pending,
    List<StoredResult> withdrawn,
    List<Integer> changed,
    long done,
    long aside,
    List<String> reasons,
    Map<Integer, byte[]> states,
    Map<String, Integer> files) {

  /// Everything, for a new run.
  static Resumption of(Plan plan, Shard shard) {
    List<Pending> pending = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      if (shard.holds(plan, i)) {
        pending.add(new Pending(i, plan.units().get(i).weight(), 0, "first run", 0));
      }
    }
    return new Resumption(pending, List.of(), List.of(), 0, 0, List.of(), Map.of(), Map.of());
  }

  /// What the journal of an earlier process leaves to do.
  ///
  /// @param again units that run again although they are done
  static Resumption of(Plan plan, RunDirectory directory, Shard shard, Set<String> again)
      throws IOException {
    try (JournalReader journal = JournalReader.open(directory.journal())) {
      Plan recorded = journal.records(plan) ? plan : journal.plan();
      if (recorded != plan) {
        checkSame(plan, recorded, directory);
      }
      checkThere(again, plan, directory);
      if (!journal.shard().equals(shard)) {
        throw new ConfigurationException(
            "%s holds shard %s, not %s".formatted(directory, journal.shard(), shard));
      }
      return compare(
          plan,
          recorded,
          shard,
          new Past(
              journal.results(), journal.attempts(plan.size()), journal.checkpoints(plan), again));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
  private record Past(
      List<StoredResult> results, int[] attempts, Map<Integer, byte[]> states, Set<String> again) {}

  private static Resumption compare(Plan plan, Plan recorded, Shard shard, Past past) {
    @Nullable StoredResult[] results = new StoredResult[plan.size()];
    for (StoredResult result : past.results()) {
      if (result.unit() < results.length) {
        results[result.unit()] = result;
      }
    }
    Resumption todo =
        new Resumption(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            0,
            0,
            new ArrayList<>(),
            past.states(),
            new HashMap<>());
    long done = 0;
    long aside = 0;
    for (int i = 0; i < plan.size(); i++) {
      if (!shard.holds(plan, i)) {
        continue;
      }
      Unit unit = plan.units().get(i);
      StoredResult result = results[i];
      boolean changed = plan != recorded && !plan.key(i).equals(recorded.key(i));
      int attempts = past.attempts()[i];
      boolean asked = past.again().contains(unit.id());
      if (result != null && result.isDone() && !changed && !asked) {
        done++;
        int owner = i;
        result.artefacts().forEach(file -> todo.files().put(file.name(), owner));
        continue;
      }
      if (result != null && Quarantine.holds(result) && !changed && !asked) {
        aside++;
        continue;
      }
      String why =
          changed
              ? changes(unit, recorded.units().get(i))
              : asked ? "asked for" : reason(result, attempts);
      todo.pending().add(new Pending(i, unit.weight(), attempts, why, 0));
      if (attempts > 0 || changed) {
        todo.reasons().add("runs again: " + unit.id() + ": " + why);
      }
      if (result != null) {
        todo.withdrawn().add(result);
      }
      if (changed) {
        todo.changed().add(i);
      }
    }
    return new Resumption(
        todo.pending(),
        todo.withdrawn(),
        todo.changed(),
        done,
        aside,
        todo.reasons(),
        past.states(),
        todo.files());
  }

  /// Writes into the journal what this decides.
  void apply(Journal journal, Plan plan) throws IOException {
    journal.abandonOpenAttempts();
    for (StoredResult result : withdrawn) {
      journal.withdraw(result);
    }
    journal.replanned(changed, plan);
    journal.commit();
  }

  private static String reason(@Nullable StoredResult result, int attempts) {
    if (result != null) {
      return "it " + result.outcome() + " before: " + result.content();
    }
    return attempts == 0 ? "not yet run" : "interrupted in attempt " + attempts;
  }

  /// Names what is another in a unit than it was.
  private static String changes(Unit now, Unit before) {
    Map<String, String> is = components(now);
    Map<String, String> was = components(before);
    List<String> changes = new ArrayList<>();
    is.forEach(
        (name, value) -> {
          if (!was.containsKey(name)) {
            changes.add(name + " is new");
          } else if (!value.equals(was.get(name))) {
            changes.add(name + " has changed");
          }
        });
    was.keySet().stream()
        .filter(name -> !is.containsKey(name))
        .forEach(name -> changes.add(name + " is gone"));
    return String.join(", ", changes);
  }

  private static Map<String, String> components(Unit unit) {
    Map<String, String> components = new TreeMap<>();
    unit.inputs()
        .forEach(
            input -> components.merge("input " + input.name(), input.sha256(), String::concat));
    unit.parameters().forEach((name, value) -> components.put("parameter " + name, value));
    return components;
  }

  private static void checkSame(Plan plan, Plan recorded, RunDirectory directory) {
    if (!plan.fingerprint().equals(recorded.fingerprint()) || plan.seed() != recorded.seed()) {
      throw new ConfigurationException(
          directory + " was made by another version of the workload; start a new run");
    }
    List<String> now = places(plan);
    List<String> before = places(recorded);
    if (!now.equals(before)) {
      throw new ConfigurationException(
          "%s has other units (gone: %s; new: %s), groups or order; start a new run"
              .formatted(directory, without(before, now), without(now, before)));
    }
  }

  private static void checkThere(Set<String> again, Plan plan, RunDirectory directory) {
    Set<String> missing = new TreeSet<>(again);
    plan.units().forEach(unit -> missing.remove(unit.id()));
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          "%s has no unit `%s`".formatted(directory, missing.iterator().next()));
    }
  }

  /// What fixes a unit's place among units and shards.
  private static List<String> places(Plan plan) {
    List<String> places = new ArrayList<>(plan.size());
    for (int i = 0; i < plan.size(); i++) {
      places.add(plan.units().get(i).id() + '\n' + plan.group(i));
    }
    return places;
  }

  private static List<String> without(List<String> places, List<String> others) {
    Set<String> ids = others.stream().map(Resumption::id).collect(Collectors.toSet());
    return places.stream().map(Resumption::id).filter(id -> !ids.contains(id)).limit(3).toList();
  }

  private static String id(String place) {
    return place.substring(0, place.indexOf('\n'));
  }
}
