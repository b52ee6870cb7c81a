package io.sheaf.engine.plan;

import io.sheaf.engine.config.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A view of a plan: every `count`-th group of units, from the `index`-th on.
///
/// @param index from 0
/// @param count number of shards
public record Shard(int index, int count) {
  /// The whole plan.
  public static final Shard WHOLE = new Shard(0, 1);

  private static final Pattern NOTATION = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  public Shard {
    if (count < 1 || index < 0 || index >= count) {
      throw new ConfigurationException(
          "shard %d/%d: expected I/N with 0 <= I < N, as in 0/4 to 3/4".formatted(index, count));
    }
  }

  /// Reads `I/N`.
  public static Shard parse(String text) {
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      throw new ConfigurationException("shard `" + text + "`: expected I/N, as in 0/4");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  public boolean isWhole() {
    return count == 1;
  }

  public boolean holds(Plan plan, int unit) {
    return plan.group(unit) % count == index;
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
