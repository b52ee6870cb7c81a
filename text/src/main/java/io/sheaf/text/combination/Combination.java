package io.sheaf.text.combination;

import io.sheaf.text.Draws;
import io.sheaf.text.Letters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Methods that are applied one after the other, in the order of their identifiers.
///
/// @param methods identifiers, sorted
public record Combination(List<String> methods) {
  private static final int LONGEST_NAME = 80;

  public Combination {
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("a combination of no methods, expected at least one");
    }
    methods = methods.stream().sorted().toList();
  }

  /// All combinations of up to so many methods: by size, then in alphabetic order.
  public static List<Combination> upTo(int most, List<String> methods) {
    List<String> sorted = methods.stream().sorted().toList();
    List<Combination> found = new ArrayList<>();
    for (int size = 1; size <= Math.min(most, sorted.size()); size++) {
      extend(sorted, 0, size, new ArrayList<>(), found);
    }
    return found;
  }

  private static void extend(
      List<String> methods, int from, int left, List<String> chosen, List<Combination> found) {
    if (left == 0) {
      found.add(new Combination(List.copyOf(chosen)));
      return;
    }
    for (int i = from; i <= methods.size() - left; i++) {
      chosen.add(methods.get(i));
      extend(methods, i + 1, left - 1, chosen, found);
      chosen.removeLast();
    }
  }

  /// How many combinations there are of up to so many methods.
  public static double count(int most, int methods) {
    double all = 0;
    double ofSize = 1;
    for (int size = 1; size <= Math.min(most, methods); size++) {
      ofSize = ofSize * (methods - size + 1) / size;
      all += ofSize;
    }
    return all;
  }

  /// The identifiers joined by `+`.
  public String source() {
    return String.join("+", methods);
  }

  /// The first ten digits of the SHA-1 of [#source].
  public String id() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(source().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  /// A name for its files: size and identifiers; beyond 80 characters cut, with [#id] behind.
  public String name() {
    String whole = "combo_" + methods.size() + "_" + String.join("__", methods);
    String plain = Letters.lower(whole).replaceAll("[^a-z0-9_]", "_");
    return plain.length() <= LONGEST_NAME && plain.equals(whole)
        ? plain
        : plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 11)) + "_" + id();
  }

  /// The seed of a row, the same in every block and shard.
  ///
  /// @param row number of the row in the whole input, from 0
  public long rowSeed(long seed, long row) {
    return Draws.seed(seed + ":" + id() + ":" + row);
  }
}
