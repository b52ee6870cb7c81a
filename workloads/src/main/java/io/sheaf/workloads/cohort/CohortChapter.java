package io.sheaf.workloads.cohort;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What reports show of a cohort: differences between directions with their tests, both directions
/// against each other, what the condition takes away, histories, every user, and what was planted.
final class CohortChapter {
  static final double LEVEL = 0.05;

  private CohortChapter() {}

  static List<Section> of(Settings settings, ResultTables tables) throws IOException {
    List<MeasureFigures> some = new ArrayList<>();
    for (CohortTables.Measure measure : CohortTables.Measure.values()) {
      MeasureFigures figures = new MeasureFigures(measure);
      tables.each(measure.table().name(), figures::add);
      if (!figures.isEmpty()) {
        some.add(figures);
      }
    }
    if (some.isEmpty()) {
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    sections.add(FindingsSection.of(some, tables));
    PlantedSection.of(settings, tables).ifPresent(sections::add);
    some.forEach(figures -> sections.add(figures.section()));
    ConditionSection.of(tables).ifPresent(sections::add);
    histories(settings, tables).ifPresent(sections::add);
    sections.add(UsersSection.of(tables));
    return sections;
  }

  private static Optional<Section> histories(Settings settings, ResultTables tables)
      throws IOException {
    return CohortWorkload.choosesHistory(settings) ? HistorySection.of(tables) : Optional.empty();
  }

  /// Rows by feature and lag.
  record Group(String mode, double tau) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byMode = mode.compareTo(other.mode);
      return byMode != 0 ? byMode : Double.compare(tau, other.tau);
    }

    String words() {
      return "%s, lag %.0f".formatted(mode, tau);
    }
  }
}
