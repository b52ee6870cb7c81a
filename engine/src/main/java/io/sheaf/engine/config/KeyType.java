package io.sheaf.engine.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What values a configuration key takes.
public sealed interface KeyType {
  /// Any text.
  record Text() implements KeyType {}

  /// One of a few words.
  record Choice(List<String> words) implements KeyType {}

  /// A whole number in a closed range.
  record Whole(long least, long most) implements KeyType {}

  /// A number in a closed range.
  record Decimal(double least, double most) implements KeyType {}

  /// True or false.
  record Flag() implements KeyType {}

  /// A list; a single value stands for a list of one.
  record ListOf(KeyType element) implements KeyType {}

  /// Anything at all: a key that is accepted and not used.
  record Anything() implements KeyType {}

  static KeyType text() {
    return new Text();
  }

  static KeyType choice(String... words) {
    return new Choice(List.of(words));
  }

  static KeyType whole(long least, long most) {
    return new Whole(least, most);
  }

  static KeyType decimal(double least, double most) {
    return new Decimal(least, most);
  }

  static KeyType flag() {
    return new Flag();
  }

  static KeyType listOf(KeyType element) {
    return new ListOf(element);
  }

  /// What a user is told was expected.
  default String expected() {
    return switch (this) {
      case Text _ -> "text";
      case Choice(List<String> words) -> "one of " + String.join(", ", words);
      case Whole(long least, long most) when most == Long.MAX_VALUE ->
          "a whole number of at least " + least;
      case Whole(long least, long most) -> "a whole number from " + least + " to " + most;
      case Decimal(double least, double most) -> "a number from " + least + " to " + most;
      case Flag _ -> "true or false";
      case ListOf(KeyType element) -> "a list, each " + element.expected();
      case Anything _ -> "anything";
    };
  }

  /// The value as this type holds it (String, Long, Double, Boolean, List), or null if it is none
  /// of this type.
  default @Nullable Object convert(Object value) {
    return switch (this) {
      case Text _ -> value instanceof List<?> ? null : value.toString();
      case Choice(List<String> words) ->
          words.stream().filter(word -> word.equals(value)).findFirst().orElse(null);
      case Whole(long least, long most) ->
          value instanceof Long whole && whole >= least && whole <= most ? whole : null;
      case Decimal(double least, double most) ->
          value instanceof Number number
                  && number.doubleValue() >= least
                  && number.doubleValue() <= most
              ? (Object) number.doubleValue()
              : null;
      case Flag _ -> value instanceof Boolean ? value : null;
      case ListOf(KeyType element) -> convertAll(element, value);
      case Anything _ -> value;
    };
  }

  private static @Nullable List<Object> convertAll(KeyType element, Object value) {
    List<?> items = value instanceof List<?> list ? list : List.of(value);
    List<Object> converted = new ArrayList<>();
    for (Object item : items) {
      Object one = element.convert(item);
      if (one == null) {
        return null;
      }
      converted.add(one);
    }
    return List.copyOf(converted);
  }
}
