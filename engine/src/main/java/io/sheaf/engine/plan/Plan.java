package io.sheaf.engine.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything a run has to do, in the order in which results are written. Immutable.
public final class Plan {
  private final String fingerprint;
  private final long seed;
  private final List<Unit> units;
  private final int[] groups;
  private @Nullable String digest;

  /// Makes a plan of units that are already in the order of the results.
  ///
  /// @param fingerprint workload, its version and the settings that shape results, as one digest
  /// @param seed of the run
  /// @throws IllegalArgumentException if two units have one id
  public Plan(String fingerprint, long seed, List<Unit> units) {
    this.fingerprint = fingerprint;
    this.seed = seed;
    this.units = List.copyOf(units);
    this.groups = new int[units.size()];
    Map<String, Integer> groupIndex = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < groups.length; i++) {
      Unit unit = units.get(i);
      if (!ids.add(unit.id())) {
        throw new IllegalArgumentException("two units have the id " + unit.id());
      }
      groups[i] = groupIndex.computeIfAbsent(unit.group(), _ -> groupIndex.size());
    }
  }

  public String fingerprint() {
    return fingerprint;
  }

  public long seed() {
    return seed;
  }

  public List<Unit> units() {
    return units;
  }

  /// Identifies a unit's result: workload, version, settings, parameters and input content.
  public String key(int unit) {
    return Digest.of(List.of(fingerprint, units.get(unit).digest()));
  }

  /// As [Digest#of(List)] of all keys, which need not be in memory together.
  private String digestOfKeys() {
    Digest.Stream stream = new Digest.Stream();
    InOrder.map(units.size(), this::key).forEachRemaining(stream::add);
    return stream.digest();
  }

  /// Position of the unit's group among all groups.
  public int group(int unit) {
    return groups[unit];
  }

  public int size() {
    return units.size();
  }

  /// Identifies what all results depend on. Takes a second for a million units, the first time.
  public synchronized String digest() {
    if (digest == null) {
      digest = Digest.of(List.of(Long.toString(seed), digestOfKeys()));
    }
    return digest;
  }
}
