package io.sheaf.cli;

import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.workloads.cohort.PlantedFindings;
import io.sheaf.workloads.cohort.synth.Coupling;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the two ways of doing statistics find of what was planted.
final class DemoSummary {
  private static final double LEVEL = 0.05;

  private DemoSummary() {}

  static void print(
      Map<String, Coupling> truth, RunSnapshot full, RunSnapshot sound, PrintWriter out) {
    PlantedFindings classic = findings(truth, full);
    PlantedFindings mended = findings(truth, sound);
    out.println();
    out.println(
        "Conditional transfer entropy between activity (A) and sitting (S) at lag 1,"
            + " users by what was planted:");
    out.println();
    Columns.print(table(classic, mended), out);
    out.println();
    out.println("A>S, S>A: users with q <= 0.05 in that direction (false discovery rate).");
    out.println("raw A>S: users whose raw difference of directions points from A to S.");
    out.println();
    out.println("k6_sound " + verdict(mended));
    out.println("k6_full  " + verdict(classic));
    PlantedFindings.Line lesson = classic.lines().get(Coupling.S_TO_A);
    if (lesson != null) {
      out.printf(
          "The lesson on bias: with k up to 6 the raw difference points the wrong way for %d of %d"
              + " users in whom sitting drives activity.%n",
          lesson.pointsToSitting(), lesson.users());
    }
  }

  private static PlantedFindings findings(Map<String, Coupling> truth, RunSnapshot run) {
    List<Row> rows = new ArrayList<>();
    run.bound()
        .tables()
        .forEach(
            (Table table, List<Row> content) -> {
              if (table.name().equals(PlantedFindings.tableName())) {
                rows.addAll(content);
              }
            });
    return PlantedFindings.of(truth, rows, LEVEL);
  }

  private static List<List<String>> table(PlantedFindings full, PlantedFindings sound) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("planted", "users", "k6_sound A>S", "S>A", "k6_full A>S", "S>A", "raw A>S"));
    for (Coupling coupling : Coupling.values()) {
      PlantedFindings.Line one = sound.lines().get(coupling);
      PlantedFindings.Line other = full.lines().get(coupling);
      if (one != null && other != null) {
        rows.add(
            List.of(
                words(coupling),
                Integer.toString(one.users()),
                Integer.toString(one.toSitting()),
                Integer.toString(one.toActivity()),
                Integer.toString(other.toSitting()),
                Integer.toString(other.toActivity()),
                Integer.toString(other.pointsToSitting())));
      }
    }
    return rows;
  }

  private static String verdict(PlantedFindings found) {
    double bound =
        LEVEL * found.uncoupled() + 3 * Math.sqrt(LEVEL * (1 - LEVEL) * found.uncoupled());
    return "finds %d of %d planted directions; p <= 0.05 in %d of %d uncoupled ones (%s %.1f, 3 s.e.)"
        .formatted(
            found.found(),
            found.planted(),
            found.falsePositives(),
            found.uncoupled(),
            found.falsePositives() <= bound ? "chance allows" : "MORE than chance allows:",
            bound);
  }

  private static String words(Coupling coupling) {
    return switch (coupling) {
      case A_TO_S -> "activity drives sitting";
      case S_TO_A -> "sitting drives activity";
      case NONE -> "nothing";
      case COMMON_DRIVER -> "both follow the clock";
    };
  }
}
