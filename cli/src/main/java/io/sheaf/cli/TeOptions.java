package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.info.BiasCorrection;
import io.sheaf.info.series.Null;
import io.sheaf.workloads.te.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `sheaf te` that say what is computed and how.
final class TeOptions {
  @Option(
      names = "--measure",
      paramLabel = "WHAT",
      defaultValue = "",
      description = "te, cte, mi, cmi, ais or multi-info; default: te, or cte with --condition.")
  private String measure = "";

  @Option(
      names = "--estimator",
      paramLabel = "HOW",
      defaultValue = "ksg1",
      description = "discrete, gaussian, ksg1 (or ksg), ksg2 or symbolic; default: ksg1.")
  private String estimator = "ksg1";

  @Option(
      names = "--k",
      paramLabel = "N",
      description = "Rows of the target's own past; symbolic: length of patterns. Default: 1; 3.")
  private @Nullable Integer k;

  @Option(names = "--l", paramLabel = "N", description = "Rows of the source; default: 1.")
  private @Nullable Integer l;

  @Option(
      names = "--tau",
      paramLabel = "N",
      defaultValue = "1",
      description = "Rows from one row of a history to the next; default: 1.")
  private int tau = 1;

  @Option(
      names = {"--delay", "--delays"},
      paramLabel = "N|A..B",
      description = "Rows from source to target, one or a range to scan; default: 1, or 0 for mi.")
  private @Nullable String delays;

  @Option(
      names = "--neighbours",
      paramLabel = "K",
      defaultValue = "4",
      description = "Nearest neighbours of ksg; default: 4.")
  private int neighbours = 4;

  @Option(
      names = "--theiler",
      paramLabel = "N",
      defaultValue = "0",
      description = "Rows around a sample that are no neighbours; default: 0.")
  private int theiler;

  @Option(
      names = "--noise",
      paramLabel = "SD",
      defaultValue = "0",
      description = "Standard deviation of noise added to each column; default: 0.")
  private double noise;

  @Option(
      names = "--normalise",
      paramLabel = "HOW",
      defaultValue = "series",
      description =
          "What becomes of columns: none, sample (standardised over the samples) or series"
              + " (over all rows, before embedding). Default: series.")
  private String normalise = "series";

  @Option(
      names = "--bins",
      arity = "1..2",
      paramLabel = "N [quantile|width]",
      description = "Bins for discrete; default: none, the values are symbols 0, 1, 2 ….")
  private List<String> bins = List.of();

  @Option(
      names = "--correction",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "Of discrete: none, miller-madow, grassberger, chao-shen, james-stein; of gaussian: none"
              + " or exact. Default: none.")
  private String correction = "none";

  @Option(
      names = "--null",
      paramLabel = "HOW",
      defaultValue = "",
      description = "permutation, shift, block or iaaft; default: shift, for ais permutation.")
  private String nullName = "";

  @Option(
      names = "--block",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Rows of a block, default 50; or the smallest shift, default: all delays and histories.")
  private int block;

  @Option(
      names = "--surrogates",
      paramLabel = "N",
      defaultValue = "100",
      description = "Surrogates to compare with; 0: none. Default: 100.")
  private int surrogates = 100;

  @Option(
      names = "--stop-at",
      paramLabel = "H",
      defaultValue = "0",
      description =
          "Stop drawing once H surrogates are at least the value (Besag-Clifford); 0: never."
              + " Default: 0.")
  private int enough;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private long seed = 1;

  /// @param conditioned whether there is a condition
  Question question(boolean conditioned) {
    String word = measure.isEmpty() ? (conditioned ? "cte" : "te") : measure;
    Question.Measure what = choice("--measure", word, Question.Measure.values());
    Question.Method method =
        choice(
            "--estimator", estimator.equals("ksg") ? "ksg1" : estimator, Question.Method.values());
    Question.Histories rows = histories(what, method);
    return new Question(what, estimation(method), rows, comparison(what, method, rows));
  }

  /// The file that the optional second word of `--bins` may have swallowed.
  Optional<String> swallowed() {
    return bins.size() == 2 && !isKindOfBins(bins.getLast())
        ? Optional.of(bins.getLast())
        : Optional.empty();
  }

  private static boolean isKindOfBins(String word) {
    return word.equals("quantile") || word.equals("width");
  }

  private Question.Estimation estimation(Question.Method method) {
    boolean gaussian = method == Question.Method.GAUSSIAN;
    boolean unbiased = gaussian && correction.equals("exact");
    BiasCorrection discrete =
        gaussian
            ? BiasCorrection.NONE
            : choice("--correction", correction, BiasCorrection.values());
    if (gaussian && !unbiased && !correction.equals("none")) {
      throw new ConfigurationException(
          "--correction `%s`: expected none or exact with --estimator gaussian"
              .formatted(correction));
    }
    Optional<Integer> number =
        bins.isEmpty() ? Optional.empty() : Optional.of(number("--bins", bins.getFirst(), 1));
    if (number.isPresent() && method != Question.Method.DISCRETE) {
      throw new ConfigurationException("--bins: only with --estimator discrete");
    }
    if (!(noise >= 0) || Double.isInfinite(noise)) {
      throw new ConfigurationException("--noise %s: expected at least 0".formatted(noise));
    }
    return new Question.Estimation(
        method,
        choice("--normalise", normalise, Question.Normalise.values()),
        neighbours,
        theiler,
        noise,
        number,
        !bins.contains("width"),
        discrete,
        unbiased);
  }

  private Question.Histories histories(Question.Measure what, Question.Method method) {
    boolean symbolic = method == Question.Method.SYMBOLIC;
    int rows = k == null ? (symbolic ? 3 : 1) : k;
    int sources = l == null ? (symbolic ? rows : 1) : l;
    if (symbolic && (rows < 2 || sources != rows)) {
      throw new ConfigurationException(
          "--k %d --l %d: symbolic needs patterns of 2 rows or more, equally long"
              .formatted(rows, sources));
    }
    boolean together = what == Question.Measure.MI || what == Question.Measure.CMI;
    if (rows < 1 || sources < 1 || tau < 1) {
      throw new ConfigurationException(
          "--k %d --l %d --tau %d: expected at least 1".formatted(rows, sources, tau));
    }
    String range = delays == null ? (together ? "0" : "1") : delays;
    return new Question.Histories(rows, sources, tau, range(range, together ? 0 : 1));
  }

  static List<Integer> range(String text, int least) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length > 2) {
      throw new ConfigurationException("--delays `%s`: expected N or A..B".formatted(text));
    }
    int first = number("--delays", ends[0], least);
    int last = number("--delays", ends[ends.length - 1], first);
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private Question.Comparison comparison(
      Question.Measure what, Question.Method method, Question.Histories rows) {
    if (surrogates < 0 || enough < 0 || block < 0) {
      throw new ConfigurationException(
          "--surrogates %d --stop-at %d --block %d: expected at least 0"
              .formatted(surrogates, enough, block));
    }
    String word =
        nullName.isEmpty() ? (what == Question.Measure.AIS ? "permutation" : "shift") : nullName;
    Null how =
        switch (word) {
          case "permutation" -> new Null.Permutation();
          case "shift" -> new Null.CircularShift(block == 0 ? leastShift(rows) : block);
          case "block" -> new Null.Blocks(block == 0 ? 50 : block);
          case "iaaft" -> new Null.Iaaft();
          default ->
              throw unknown("--null", word, List.of("permutation", "shift", "block", "iaaft"));
        };
    if (word.equals("iaaft")
        && (method == Question.Method.DISCRETE || method == Question.Method.SYMBOLIC)) {
      throw new ConfigurationException("--null iaaft: for real values, not for symbols");
    }
    return new Question.Comparison(how, surrogates, enough, seed);
  }

  /// Less would lay one delay of a scan over another.
  private static int leastShift(Question.Histories rows) {
    return rows.delays().getLast() + Math.max(rows.k(), rows.l()) * rows.tau();
  }

  private static int number(String option, String text, int least) {
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
      throw new ConfigurationException(
          "%s `%s`: expected a whole number, at least %d".formatted(option, text, least));
    }
    return Integer.parseInt(text);
  }

  private static <E extends Enum<E>> E choice(String option, String word, E[] values) {
    return Arrays.stream(values)
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(option, word, Stream.of(values).map(TeOptions::word).toList()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ConfigurationException unknown(String option, String word, List<String> known) {
    return new ConfigurationException(
        "%s `%s`: expected one of %s%s"
            .formatted(option, word, String.join(", ", known), Nearest.hint(word, known)));
  }
}
