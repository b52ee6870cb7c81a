package io.sheaf.cli;

import io.sheaf.engine.observe.Experience;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.RunOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a run would do. Reads the inputs and writes nothing.
///
/// @param runs where earlier runs are looked for, to learn from
record DryRun(Definition definition, RunOptions options, Path runs) {
  private static final int MOST_UNITS = 10;

  void print(boolean json, PrintWriter out) throws IOException {
    Plan plan = definition.plan();
    int[] mine =
        IntStream.range(0, plan.size()).filter(unit -> options.shard().holds(plan, unit)).toArray();
    List<Unit> units = IntStream.of(mine).mapToObj(plan.units()::get).toList();
    long groups = IntStream.of(mine).map(plan::group).distinct().count();
    List<String> description =
        new ArrayList<>(definition.workload().describe(definition.settings(), units));
    earlier(units).ifPresent(description::add);
    if (json) {
      out.println(Json.value(facts(plan, units, groups, description)));
    } else {
      print(units, groups, plan, out);
      description.forEach(out::println);
    }
    out.flush();
  }

  /// How long it takes by what an earlier run took.
  private Optional<String> earlier(List<Unit> units) throws IOException {
    Optional<Experience> experience =
        Experience.find(
            runs,
            definition.workload().name(),
            definition.workload().version(),
            definition.fingerprint());
    return experience.flatMap(
        one ->
            one.estimate(units.stream().mapToDouble(Unit::weight), options.workers())
                .map(
                    time ->
                        "by the %d units looked at in %s (%s): %s on %d workers"
                            .formatted(
                                one.took().size(),
                                one.directory(),
                                one.isSameConfiguration()
                                    ? "same configuration"
                                    : "another configuration, so a rough guess",
                                time,
                                options.workers())));
  }

  private void print(List<Unit> units, long groups, Plan plan, PrintWriter out) {
    Shard shard = options.shard();
    out.printf(
        "%s: workload %s %s, %d units in %d groups%s, %d workers, at most %d MiB of heap%n",
        definition.name(),
        definition.workload().name(),
        definition.workload().version(),
        units.size(),
        groups,
        shard.isWhole() ? "" : " (shard " + shard + " of " + plan.size() + " units)",
        options.workers(),
        heapMib());
    units.stream().limit(MOST_UNITS).forEach(unit -> out.println("  " + unit.id()));
    if (units.size() > MOST_UNITS) {
      out.printf("  ... and %d more; --json lists all%n", units.size() - MOST_UNITS);
    }
  }

  private Map<String, Object> facts(
      Plan plan, List<Unit> units, long groups, List<String> description) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", definition.name());
    facts.put("workload", definition.workload().name());
    facts.put("workload_version", definition.workload().version());
    facts.put("plan", plan.digest());
    facts.put("shard", options.shard().toString());
    facts.put("units_in_all_shards", plan.size());
    facts.put("groups", groups);
    facts.put("workers", options.workers());
    facts.put("heap_mib", heapMib());
    facts.put("description", description);
    facts.put("units", units.stream().map(Unit::id).toList());
    return facts;
  }

  private static long heapMib() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }
}
