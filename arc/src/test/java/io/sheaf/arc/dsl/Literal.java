package io.sheaf.arc.dsl;

import io.sheaf.arc.value.FunctionValue;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.NoneValue;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Values as they are written in the tables of the tests: 1, True, None, (1, 2), {(0, 1)}, size.
public final class Literal {
  private final String text;
  private int at;

  private Literal(String text) {
    this.text = text;
  }

  public static Value of(String text) {
    Literal literal = new Literal(text);
    Value value = literal.value();
    literal.skip();
    if (literal.at != text.length()) {
      throw new IllegalArgumentException("rest of literal: " + text.substring(literal.at));
    }
    return value;
  }

  /// In the order of iteration; functions by arity, truth values as numbers, as in packed sets.
  public static String text(Value value) {
    return switch (value) {
      case FunctionValue function -> "fn" + function.arity();
      case TupleValue tuple -> {
        List<String> items = new ArrayList<>();
        for (Value item : tuple.toArray()) {
          items.add(text(item));
        }
        yield "(" + String.join(", ", items) + (items.size() == 1 ? ",)" : ")");
      }
      case SetValue set -> {
        List<String> items = new ArrayList<>();
        for (Value item : set.toArray()) {
          items.add(text(item));
        }
        yield "{" + String.join(", ", items) + "}";
      }
      case IntegerValue number -> Long.toString(number.value());
      case NoneValue none -> none.toString();
    };
  }

  private void skip() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
      at++;
    }
  }

  private Value value() {
    skip();
    char c = text.charAt(at);
    if (c == '(') {
      return TupleValue.of(items(')'));
    }
    if (c == '{') {
      return SetValue.of(items('}'));
    }
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    return word(text.substring(start, at));
  }

  private static Value word(String word) {
    return switch (word) {
      case "True" -> IntegerValue.TRUE;
      case "False" -> IntegerValue.FALSE;
      case "None" -> NoneValue.NONE;
      default ->
          Character.isLetter(word.charAt(0))
              ? Primitive.valueOf(word.toUpperCase(Locale.ROOT)).function()
              : IntegerValue.of(Long.parseLong(word));
    };
  }

  private Value[] items(char end) {
    List<Value> items = new ArrayList<>();
    at++;
    for (skip(); text.charAt(at) != end; skip()) {
      items.add(value());
    }
    at++;
    return items.toArray(new Value[0]);
  }
}
