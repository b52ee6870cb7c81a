package io.sheaf.workloads.te;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came out for one pair of variables.
///
/// @param question what was asked
/// @param roles of which columns
/// @param group of rows, empty if there is one only
/// @param value nats
/// @param n samples
/// @param delay the best, 0 where the measure has none
/// @param surrogates drawn
/// @param p NaN without surrogates
/// @param q p adjusted over all answers; NaN where there is one
/// @param effective value less the mean of its surrogates; NaN without surrogates
/// @param estimator and how it is set
/// @param delays all that were tried, empty if one
/// @param warnings what casts doubt on the numbers
public record Answer(
    Question question,
    Question.Roles roles,
    String group,
    double value,
    int n,
    int delay,
    int surrogates,
    double p,
    double q,
    double effective,
    String estimator,
    List<Delay> delays,
    List<String> warnings) {
  /// One delay.
  ///
  /// @param delay rows from source to target
  /// @param value nats
  /// @param p of this delay alone
  /// @param corrected p allowing for all delays
  /// @param bandLow 5th percentile of normal surrogates: mean - 1.645 deviations
  /// @param bandHigh mean + 1.645 deviations
  public record Delay(
      int delay, double value, double p, double corrected, double bandLow, double bandHigh) {
    /// Without surrogates.
    static Delay untested(int delay, double value) {
      return new Delay(delay, value, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  Answer withQ(double adjusted) {
    return new Answer(
        question,
        roles,
        group,
        value,
        n,
        delay,
        surrogates,
        p,
        adjusted,
        effective,
        estimator,
        delays,
        warnings);
  }

  /// What p and q allow for.
  public String correctedFor() {
    List<String> all = new ArrayList<>();
    if (Double.isNaN(p)) {
      return "nothing: no surrogates were drawn";
    }
    if (delays.size() > 1) {
      all.add("p: maximum over " + delays.size() + " delays");
    }
    if (!Double.isNaN(q)) {
      all.add("q: false discovery rate over all results (Benjamini-Hochberg)");
    }
    return all.isEmpty() ? "nothing: one test" : String.join("; ", all);
  }

  /// The answer in a sentence.
  public String reading() {
    String from = String.join("+", roles.source());
    String to = String.join("+", roles.target());
    String much = String.format(Locale.ROOT, "%.4g", value);
    String what =
        switch (question.measure()) {
          case TE, CTE ->
              "%s carries %s nats about the next value of %s beyond %s's own past%s"
                  .formatted(from, much, to, to, given());
          case MI, CMI -> "%s and %s share %s nats%s".formatted(from, to, much, given());
          case AIS -> "the past of %s carries %s nats about its next value".formatted(to, much);
          case MULTI_INFO -> "%s depend on each other by %s nats".formatted(from, much);
        };
    String when = delays.size() > 1 ? " at a delay of " + delay : "";
    double decisive = Double.isNaN(q) ? p : q;
    String odds = String.format(Locale.ROOT, " (%s = %.3g)", Double.isNaN(q) ? "p" : "q", decisive);
    String chance =
        Double.isNaN(p)
            ? ", not compared with chance"
            : decisive <= 0.05
                ? ", more than chance would" + odds
                : ", no more than chance may" + odds;
    return Character.toUpperCase(what.charAt(0)) + what.substring(1) + when + chance + ".";
  }

  private String given() {
    return roles.condition().isEmpty() ? "" : " and " + String.join(", ", roles.condition());
  }

  /// All of it by name, as `--json` prints it; absent numbers are null.
  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("measure", QuestionSettings.word(question.measure()));
    facts.put("estimator", estimator);
    if (!group.isEmpty()) {
      facts.put("group", group);
    }
    facts.put("source", roles.source());
    facts.put("target", roles.target());
    facts.put("condition", roles.condition());
    facts.put("value", finite(value));
    facts.put("unit", "nats");
    facts.put("n", n);
    facts.put("k", question.histories().k());
    facts.put("l", question.histories().l());
    facts.put("tau", question.histories().tau());
    facts.put("delay", delay);
    facts.put("normalise", QuestionSettings.word(question.estimation().normalise()));
    facts.put("null", Double.isNaN(p) ? null : question.comparison().how().describe());
    facts.put("surrogates", surrogates);
    facts.put("p", finite(p));
    facts.put("q", finite(q));
    facts.put("effective", finite(effective));
    facts.put("corrected_for", correctedFor());
    facts.put("seed", question.comparison().seed());
    facts.put("delays", delays.stream().map(Answer::facts).toList());
    facts.put("warnings", warnings);
    facts.put("reading", reading());
    return facts;
  }

  private static Map<String, @Nullable Object> facts(Delay delay) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("delay", delay.delay());
    facts.put("value", finite(delay.value()));
    facts.put("p", finite(delay.p()));
    facts.put("p_corrected", finite(delay.corrected()));
    return facts;
  }

  static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
