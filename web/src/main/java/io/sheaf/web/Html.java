package io.sheaf.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A piece of markup. Immutable; everything that is not markup already is escaped on its way in.
///
/// ```java
/// Html row = Html.tag("tr", Html.attribute("class", "bad"), Html.tag("td", unit.id()));
/// ```
///
/// @param markup well-formed, safe to put into a page
public record Html(String markup) {
  public static final Html NOTHING = new Html("");

  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "link", "meta", "circle", "line", "path", "rect", "use");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9:-]*");
  private static final Pattern OWN = Pattern.compile("[/#?.](?!/)|data:image/");

  private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction");

  /// An attribute of the element it is given to.
  public record Attribute(String name, String value) {
    public Attribute {
      if (!NAME.matcher(name).matches() || name.startsWith("on") || name.equals("style")) {
        throw new IllegalArgumentException(
            "attribute `%s`, expected one that neither runs nor paints".formatted(name));
      }
      if (ADDRESSES.contains(name) && !OWN.matcher(value).lookingAt()) {
        throw new IllegalArgumentException(
            "%s `%s`, expected an address on this server".formatted(name, value));
      }
    }
  }

  /// An attribute, whose value is escaped.
  public static Attribute attribute(String name, Object value) {
    return new Attribute(name, String.valueOf(value));
  }

  /// An element.
  ///
  /// @param parts its attributes, then its content: markup, lists of it, and anything else as text
  public static Html tag(String name, Object... parts) {
    StringBuilder attributes = new StringBuilder();
    StringBuilder content = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Attribute(String attribute, String value)) {
        attributes.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
      } else {
        append(content, part);
      }
    }
    // In drawings an element without content must say so; elsewhere it may.
    return new Html(
        content.isEmpty() && VOID.contains(name)
            ? "<" + name + attributes + "/>"
            : "<" + name + attributes + ">" + content + "</" + name + ">");
  }

  /// Several pieces, one behind the other.
  public static Html all(Object... parts) {
    StringBuilder content = new StringBuilder();
    for (Object part : parts) {
      append(content, part);
    }
    return new Html(content.toString());
  }

  private static void append(StringBuilder content, Object part) {
    switch (part) {
      case Html html -> content.append(html.markup());
      case List<?> list -> list.forEach(one -> append(content, one));
      default -> content.append(escaped(String.valueOf(part)));
    }
  }

  /// Text that a browser shows as it is: no markup, no control sequence, no change of direction.
  ///
  /// Control characters are written as terminals do, ESC as `^[`; those that would reorder what
  /// stands around them become their numbers.
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n', '\t' -> safe.append(c);
        case '\u007f' -> safe.append("^?");
        default -> {
          if (c < ' ') {
            safe.append('^').append((char) ('@' + c));
          } else if (isDisguise(c)) {
            safe.append("⟨U+%04X⟩".formatted((int) c));
          } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
            safe.append('\ufffd');
          } else {
            safe.append(c);
          }
        }
      }
    }
    return safe.toString();
  }

  /// Characters that make text read otherwise than it is: C1 controls, marks of direction, those
  /// without width.
  private static boolean isDisguise(char c) {
    return (c >= '\u0080' && c <= '\u009f')
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u206f')
        || c == '\ufeff'
        || c == '\ufffe'
        || c == '\uffff';
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
