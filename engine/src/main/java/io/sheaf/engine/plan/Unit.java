package io.sheaf.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One independent piece of work.
///
/// @param id stable and readable, as in `user=ab12/mode=composite`
/// @param group units of one group never fall into different shards, as in `ab12`
/// @param weight expected duration against the other units'; from 1e-100 to 1e100, so that sums and
///   squares stay finite
/// @param parameters what the workload needs to run it
/// @param inputs the content it reads
public record Unit(
    String id, String group, double weight, Map<String, String> parameters, List<Input> inputs) {

  private static final double LEAST_WEIGHT = 1e-100;
  private static final double MOST_WEIGHT = 1e100;

  public Unit {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id is blank, expected a readable name");
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "id `%s` has a control character, expected one readable line"
              .formatted(id.replaceAll("\\p{Cntrl}", "?")));
    }
    if (!(weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT)) {
      throw new IllegalArgumentException(
          "weight = %s, expected a number from %s to %s"
              .formatted(weight, LEAST_WEIGHT, MOST_WEIGHT));
    }
    parameters = Map.copyOf(parameters);
    inputs = List.copyOf(inputs);
  }

  /// The parameter of that name.
  public String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("unit " + id + " has no parameter " + name);
    }
    return value;
  }

  /// What the result depends on besides workload version and settings.
  String digest() {
    List<String> parts = new ArrayList<>(List.of(id, group, Integer.toString(parameters.size())));
    new TreeMap<>(parameters).forEach((name, value) -> parts.addAll(List.of(name, value)));
    inputs.forEach(input -> parts.addAll(List.of(input.name(), input.sha256())));
    return Digest.of(parts);
  }
}
