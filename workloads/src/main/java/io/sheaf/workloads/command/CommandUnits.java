package io.sheaf.workloads.command;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.StringJoiner;

/// Makes units of the combinations of all sources.
final class CommandUnits {
  static final String NUMBER = "#";
  static final String ALL = "";
  private static final int LONGEST_ID = 200;
  private static final int MOST = 100_000_000;
  private static final String UNREADABLE = "unreadable";

  private final Settings settings;
  private final boolean numbered;
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Unit> units = new ArrayList<>();
  private final Map<Path, String> makers = new HashMap<>();

  private CommandUnits(Settings settings) {
    this.settings = settings;
    this.numbered = Placeholders.isAnyIn(Template.texts(settings), List.of(NUMBER));
  }

  /// @throws IOException if a source cannot be read
  static List<Unit> of(Settings settings) throws IOException {
    CommandUnits all = new CommandUnits(settings);
    List<List<Source>> steps = steps(Sources.of(settings));
    if (steps.isEmpty()) {
      throw new ConfigurationException(
          "nothing to run the command on; give items, range, glob, csv, parameters or shards,"
              + " or ::: and values after the command");
    }
    all.combine(steps, 0, new LinkedHashMap<>());
    return all.units;
  }

  /// Sources that go together, in one list.
  private static List<List<Source>> steps(List<Source> sources) {
    List<List<Source>> steps = new ArrayList<>();
    for (Source source : sources) {
      if (source.linked() && !steps.isEmpty()) {
        steps.getLast().add(source);
      } else {
        steps.add(new ArrayList<>(List.of(source)));
      }
    }
    return steps;
  }

  private void combine(List<List<Source>> steps, int at, SequencedMap<String, String> values) {
    if (at == steps.size()) {
      add(values);
      return;
    }
    int length = steps.get(at).stream().mapToInt(one -> one.values().size()).min().orElse(0);
    for (int i = 0; i < length; i++) {
      for (Source source : steps.get(at)) {
        for (int j = 0; j < source.names().size(); j++) {
          values.put(source.names().get(j), source.values().get(i).get(j));
        }
      }
      combine(steps, at + 1, values);
    }
  }

  private void add(SequencedMap<String, String> values) {
    if (units.size() == MOST) {
      throw new ConfigurationException("more than %d units; give fewer values".formatted(MOST));
    }
    String id = unique(id(values));
    Map<String, String> parameters = new HashMap<>(values);
    if (values.size() > 1) {
      parameters.put(ALL, String.join(" ", values.values()));
    }
    if (numbered) {
      parameters.put(NUMBER, Integer.toString(units.size() + 1));
    }
    Placeholders placeholders = placeholders(parameters);
    claimOutputs(id, placeholders);
    units.add(new Unit(id, id, weight(placeholders), parameters, inputs(placeholders)));
  }

  /// Two units that make one file would take it from each other.
  private void claimOutputs(String id, Placeholders placeholders) {
    for (String template : settings.texts("outputs")) {
      Path place = directory(placeholders).resolve(placeholders.fill(template)).normalize();
      String other = makers.put(place, id);
      if (other != null) {
        throw new ConfigurationException(
            "`outputs`: both %s and %s make %s; expected a placeholder that tells units apart"
                .formatted(other, id, place));
      }
    }
  }

  private Path directory(Placeholders placeholders) {
    return Path.of(placeholders.fill(settings.optionalText("directory").orElse("")));
  }

  /// What fills the placeholders of a unit.
  static Placeholders placeholders(Map<String, String> parameters) {
    if (parameters.containsKey(ALL)) {
      return new Placeholders(parameters);
    }
    Map<String, String> values = new HashMap<>(parameters);
    parameters.forEach(
        (name, value) -> {
          if (!name.equals(NUMBER)) {
            values.put(ALL, value);
          }
        });
    return new Placeholders(values);
  }

  /// A lone value stands for itself.
  private static String id(SequencedMap<String, String> values) {
    StringJoiner id = new StringJoiner("/");
    values.forEach(
        (name, value) -> {
          if (!name.equals("shards")) {
            id.add(values.size() == 1 && name.equals("1") ? value : name + "=" + value);
          }
        });
    String text = id.toString().replaceAll("\\p{Cntrl}", "?");
    if (text.length() > LONGEST_ID) {
      String digest = Digest.of(List.copyOf(values.values())).substring(0, 16);
      return text.substring(0, LONGEST_ID) + "~" + digest;
    }
    return text.isBlank() ? "(empty)" : text;
  }

  private String unique(String id) {
    int times = seen.merge(id, 1, Integer::sum);
    return times == 1 ? id : unique(id + "~" + times);
  }

  private double weight(Placeholders placeholders) {
    Optional<String> template = settings.optionalText("weight");
    if (template.isEmpty()) {
      return 1;
    }
    String text = placeholders.fill(template.get());
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw new ConfigurationException("`weight`: expected a number, found `" + text + "`");
    }
  }

  private List<Input> inputs(Placeholders placeholders) {
    List<String> templates = settings.texts("inputs");
    if (templates.isEmpty()) {
      return List.of();
    }
    Path directory = directory(placeholders);
    return templates.stream()
        .map(placeholders::fill)
        .map(name -> new Input(name, digest(directory.resolve(name))))
        .toList();
  }

  /// A file that cannot be read is no reason to refuse the others: its command will say why.
  private static String digest(Path file) {
    try {
      return Digest.of(file);
    } catch (IOException _) {
      return UNREADABLE;
    }
  }
}
