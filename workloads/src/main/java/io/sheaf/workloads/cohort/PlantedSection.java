package io.sheaf.workloads.cohort;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.workloads.cohort.synth.Coupling;
import io.sheaf.workloads.cohort.synth.TruthFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was planted in synthetic users, and how much of it was found.
final class PlantedSection {
  private PlantedSection() {}

  /// Empty if the data are not synthetic, are gone, or the run is not complete.
  static Optional<Section> of(Settings settings, ResultTables tables) throws IOException {
    Map<String, Coupling> truth = TruthFile.find(Path.of(settings.text("data_root")));
    List<Row> rows = new ArrayList<>();
    if (!truth.isEmpty()) {
      tables.each(PlantedFindings.tableName(), rows::add);
    }
    boolean tested =
        rows.stream()
            .anyMatch(row -> !Double.isNaN(row.number(CohortTables.CONDITIONAL.index("q_A2S"))));
    return tested
        ? Optional.of(section(PlantedFindings.of(truth, rows, CohortChapter.LEVEL)))
        : Optional.empty();
  }

  private static Section section(PlantedFindings findings) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    findings
        .lines()
        .forEach(
            (coupling, line) ->
                rows.add(
                    List.of(
                        words(coupling),
                        (long) line.users(),
                        (long) line.toSitting(),
                        (long) line.toActivity(),
                        (long) line.pointsToSitting())));
    return new Section(
        "What was planted",
        "These data are synthetic. Of %d planted directions CTE found %d with q ≤ 0.05 at the first lag; of %d directions without a coupling %d have p ≤ 0.05, where chance makes about %d."
            .formatted(
                findings.planted(),
                findings.found(),
                findings.uncoupled(),
                findings.falsePositives(),
                Math.round(findings.uncoupled() * CohortChapter.LEVEL)),
        List.of(
            new Figure.Listing(
                Caption.of("CTE at the first lag by what was planted"),
                List.of("planted", "users", "q ≤ 0.05, A→S", "q ≤ 0.05, S→A", "Δ above 0"),
                rows)));
  }

  private static String words(Coupling coupling) {
    return switch (coupling) {
      case A_TO_S -> "activity drives sitting";
      case S_TO_A -> "sitting drives activity";
      case NONE -> "nothing";
      case COMMON_DRIVER -> "both follow the time of day";
    };
  }
}
