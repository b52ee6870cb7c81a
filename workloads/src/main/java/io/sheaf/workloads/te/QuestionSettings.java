package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.info.BiasCorrection;
import io.sheaf.info.series.Null;
import io.sheaf.workloads.te.Question.Measure;
import io.sheaf.workloads.te.Question.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What settings ask for, with the rules that concern two keys.
record QuestionSettings(Settings settings) {
  private static final Pattern BINS = Pattern.compile("(\\d{1,9})(?:\\s+(quantile|width))?");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  Question question() {
    boolean conditioned = !settings.texts("condition").isEmpty();
    Measure measure =
        settings
            .optionalText("measure")
            .map(word -> constant(Measure.values(), word))
            .orElse(conditioned ? Measure.CTE : Measure.TE);
    Question.Estimation estimation = estimation();
    Question.Histories rows = histories(measure, estimation.method());
    return new Question(measure, estimation, rows, comparison(measure, estimation.method(), rows));
  }

  Question.Estimation estimation() {
    String word = settings.text("estimator");
    Method method = constant(Method.values(), word.equals("ksg") ? "ksg1" : word);
    String correction = settings.text("correction");
    boolean gaussian = method == Method.GAUSSIAN;
    boolean unbiased = correction.equals("exact");
    if (gaussian ? !unbiased && !correction.equals("none") : unbiased) {
      throw new ConfigurationException(
          "`correction` is %s, expected %s with the estimator %s"
              .formatted(correction, gaussian ? "none or exact" : "another", word));
    }
    Optional<Matcher> bins = settings.optionalText("bins").map(QuestionSettings::bins);
    if (bins.isPresent() && method != Method.DISCRETE) {
      throw new ConfigurationException("`bins`: only with the estimator discrete");
    }
    return new Question.Estimation(
        method,
        constant(Question.Normalise.values(), settings.text("normalise")),
        settings.whole("neighbours"),
        settings.whole("theiler"),
        settings.decimal("noise"),
        bins.map(found -> Integer.parseInt(found.group(1))),
        bins.map(found -> !"width".equals(found.group(2))).orElse(true),
        gaussian ? BiasCorrection.NONE : correction(correction),
        unbiased);
  }

  private static BiasCorrection correction(String word) {
    return word.equals("exact") ? BiasCorrection.NONE : constant(BiasCorrection.values(), word);
  }

  private static Matcher bins(String text) {
    Matcher found = BINS.matcher(text);
    if (!found.matches() || Integer.parseInt(found.group(1)) < 1) {
      throw new ConfigurationException(
          "`bins` is `%s`, expected a whole number, at least 1, and quantile or width if wanted"
              .formatted(text));
    }
    return found;
  }

  private Question.Histories histories(Measure measure, Method method) {
    boolean symbolic = method == Method.SYMBOLIC;
    int k = settings.optionalWhole("k").orElse(symbolic ? 3 : 1);
    int l = settings.optionalWhole("l").orElse(symbolic ? k : 1);
    if (symbolic && (k < 2 || l != k)) {
      throw new ConfigurationException(
          "`k` is %d and `l` %d: symbolic needs patterns of 2 rows or more, equally long"
              .formatted(k, l));
    }
    boolean alone = measure == Measure.AIS || measure == Measure.MULTI_INFO;
    if (alone && settings.optionalText("delays").isPresent()) {
      throw new ConfigurationException("`delays`: not with " + word(measure));
    }
    boolean together = measure == Measure.MI || measure == Measure.CMI;
    int least = together ? 0 : 1;
    String range = settings.optionalText("delays").orElse(String.valueOf(least));
    int tau = settings.whole("tau");
    List<Integer> delays = range("delays", range, least);
    long reach = delays.getLast() + (long) Math.max(k, l) * tau;
    if (reach > Integer.MAX_VALUE) {
      throw new ConfigurationException(
          "`k`, `l`, `tau` and `delays` reach back %d rows, expected at most %d"
              .formatted(reach, Integer.MAX_VALUE));
    }
    return new Question.Histories(k, l, tau, delays);
  }

  /// The whole numbers that `N` or `A..B` stands for.
  static List<Integer> range(String key, String text, int least) {
    Matcher found = RANGE.matcher(text);
    if (!found.matches()) {
      throw new ConfigurationException("`%s` is `%s`, expected N or A..B".formatted(key, text));
    }
    int first = Integer.parseInt(found.group(1));
    int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
    if (first < least || last < first) {
      throw new ConfigurationException(
          "`%s` is `%s`, expected a whole number, at least %d, or A..B with A at most B"
              .formatted(key, text, least));
    }
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private Question.Comparison comparison(Measure measure, Method method, Question.Histories rows) {
    String usual = measure == Measure.AIS ? "permutation" : "shift";
    // Less would lay one delay of a scan over another.
    int least = rows.delays().getLast() + Math.max(rows.k(), rows.l()) * rows.tau();
    return new Question.Comparison(
        how(usual, least, method),
        settings.whole("surrogates"),
        settings.whole("stop_at"),
        settings.seed());
  }

  /// @param usual where nothing is said
  /// @param leastShift where nothing is said
  Null how(String usual, int leastShift, Method method) {
    String word = settings.optionalText("null_model").orElse(usual);
    int block = settings.whole("block");
    if (word.equals("iaaft") && (method == Method.DISCRETE || method == Method.SYMBOLIC)) {
      throw new ConfigurationException(
          "`null_model` is iaaft, which is for real values, not for symbols");
    }
    return switch (word) {
      case "permutation" -> new Null.Permutation();
      case "shift" -> new Null.CircularShift(block == 0 ? leastShift : block);
      case "block" -> new Null.Blocks(block == 0 ? 50 : block);
      default -> new Null.Iaaft();
    };
  }

  private static <E extends Enum<E>> E constant(E[] values, String word) {
    return Arrays.stream(values).filter(one -> word(one).equals(word)).findFirst().orElseThrow();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
